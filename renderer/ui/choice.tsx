import { useId } from 'react';
import styles from './sections.module.css';

interface Props<T extends string> {
  readonly name: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
}

/** One of a few; all are seen. */
export function Choice<T extends string>({ name, value, options, onChange }: Props<T>) {
  const id = useId();
  return (
    <div className={styles.row}>
      <span className={styles.name} id={id}>
        {name}
      </span>
      <div className={styles.choice} role="radiogroup" aria-labelledby={id}>
        {options.map((option) => (
          <label key={option.value}>
            <input type="radio" name={id} checked={option.value === value} onChange={() => onChange(option.value)} />
            {option.label}
          </label>
        ))}
      </div>
    </div>
  );
}
