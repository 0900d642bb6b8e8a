export const Pages = (_: Record<string, unknown>) => null;
