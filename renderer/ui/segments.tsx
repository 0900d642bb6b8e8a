import styles from './segments.module.css';

interface Props<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
}

/** A few ways to see the same thing, one of them pressed. */
export const Segments = <T extends string>({ label, value, options, onChoose }: Props<T>) => (
  // biome-ignore lint/a11y/useSemanticElements: buttons that belong together; a fieldset would want a form
  <div className={styles.segments} role="group" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        aria-pressed={option.value === value}
        onClick={() => onChoose(option.value)}
      >
        {option.label}
      </button>
    ))}
  </div>
);
