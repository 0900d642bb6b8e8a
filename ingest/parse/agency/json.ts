export type Json = string | number | boolean | null | readonly Json[] | JsonObject;
export interface JsonObject {
  readonly [key: string]: Json;
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The first of the keys that holds words. */
export function textAt(object: JsonObject, ...keys: readonly string[]): string | null {
  for (const key of keys) {
    const value = object[key];
    if (typeof value === 'string' && value.trim() !== '') return value;
  }
  return null;
}

export function numberIn(object: JsonObject, key: string): number | null {
  const value = Number(object[key] ?? Number.NaN);
  return Number.isFinite(value) && value >= 0 ? Math.round(value) : null;
}

/** Words one level down. */
export const at = (object: JsonObject, key: string, inner: string): string | null => {
  const value = object[key];
  return isObject(value) ? textAt(value, inner) : null;
};

/** One or many, as many. */
export const listOf = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value as Json];

export const objectsIn = (value: Json | undefined): readonly JsonObject[] => listOf(value).filter(isObject);
