import styles from './form.module.css';

interface Props {
  readonly id: string;
  readonly value: string;
  readonly onType: (typed: string) => void;
  readonly placeholder?: string;
  readonly hasAutoFocus?: boolean;
}

/** A field for an address of the web, as somebody types or pastes it. */
export const AddressInput = ({ id, value, onType, placeholder, hasAutoFocus = false }: Props) => (
  <input
    id={id}
    className={styles.field}
    data-autofocus={hasAutoFocus ? '' : undefined}
    type="text"
    inputMode="url"
    autoComplete="off"
    autoCapitalize="off"
    spellCheck={false}
    maxLength={4_000}
    placeholder={placeholder}
    value={value}
    onChange={({ currentTarget }) => onType(currentTarget.value)}
  />
);
