import { useId } from 'react';
import forms from '../../ui/form.module.css';
import sections from '../../ui/sections.module.css';

interface Props<T extends string | number | null> {
  readonly name: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChoose: (value: T) => void;
}

/** One of several, in words; a value that is none of them stands in the list as it is. */
export function SettingSelect<T extends string | number | null>({ name, value, options, onChoose }: Props<T>) {
  const id = useId();
  const all = options.some(([each]) => each === value) ? options : [...options, [value, String(value)] as const];
  return (
    <div className={sections.row}>
      <label className={sections.name} htmlFor={id}>
        {name}
      </label>
      <div className={forms.inRow}>
        <select
          id={id}
          className={forms.field}
          value={all.findIndex(([each]) => each === value)}
          onChange={({ currentTarget }) => {
            const chosen = all[Number(currentTarget.value)];
            if (chosen) onChoose(chosen[0]);
          }}
        >
          {all.map(([each, label], index) => (
            <option key={String(each)} value={index}>
              {label}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
