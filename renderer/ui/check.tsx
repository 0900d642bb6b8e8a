import styles from './form.module.css';

interface Props {
  readonly label: string;
  /** What it means, where its name does not say it. */
  readonly note?: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Something that is so or not. */
export const Check = ({ label, note, isOn, onChange }: Props) => (
  <label className={styles.check}>
    <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
    <span>
      {label}
      {note !== undefined && <small>{note}</small>}
    </span>
  </label>
);
