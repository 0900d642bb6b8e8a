import { useId, useState } from 'react';
import type { Look, LookKind } from '../../../contract/imports.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import forms from '../../ui/form.module.css';
import { countOf, formatCount } from '../../ui/numbers.ts';
import { kindName } from './kind-names.ts';
import styles from './look-dialog.module.css';
import { tagsIn } from './words.ts';

interface Props {
  readonly look: Look;
  readonly onTake: (formats: readonly string[], tags: readonly string[]) => void;
  /** Forgets the look; nothing is taken. */
  readonly onDrop: () => void;
}

/** What would come in, before it does: kinds to choose from, tags for all of it, and what cannot be read and why. */
export function LookDialog({ look, onTake, onDrop }: Props) {
  const { name, state, kinds, refused, total, done, problem } = look;
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [tags, setTags] = useState('');
  const tagsId = useId();
  const isRunning = state === 'running';
  const chosen = kinds.filter(({ format }) => !left.has(format));
  const coming = chosen.reduce((sum, { fresh, changed }) => sum + fresh + changed, 0);

  const choose = (format: string, isOn: boolean) => {
    const next = new Set(left);
    if (isOn) next.delete(format);
    else next.add(format);
    setLeft(next);
  };

  return (
    <Dialog title={`What would come in: ${name}`} isWide onClose={onDrop}>
      <p className={styles.progress} role="status">
        {isRunning
          ? `Looking: ${formatCount(done)} of ${countOf(total, 'file')}`
          : `${countOf(total, 'file')} looked at; nothing is stored yet`}
      </p>
      {isRunning && <progress className={styles.bar} aria-label="Looked at" value={done} max={Math.max(total, 1)} />}
      {problem !== null && <p role="alert">{problem}</p>}
      {kinds.length > 0 && (
        <table className={styles.kinds}>
          <thead>
            <tr>
              <th scope="col">Kind</th>
              <th scope="col">New</th>
              <th scope="col">Would change</th>
              <th scope="col">Already here</th>
            </tr>
          </thead>
          <tbody>
            {kinds.map((kind) => (
              <KindRow
                key={kind.format}
                kind={kind}
                isOn={!left.has(kind.format)}
                onChange={(isOn) => choose(kind.format, isOn)}
              />
            ))}
          </tbody>
        </table>
      )}
      {!isRunning && kinds.length === 0 && <p>There is no article in this.</p>}
      {refused.length > 0 && (
        <section className={styles.refused} aria-label="Would not be taken">
          <h3>Would not be taken</h3>
          {refused.map(({ status, message, count, paths }) => (
            <details key={`${status} ${message}`}>
              <summary>
                {message} <span>{countOf(count, 'file')}</span>
              </summary>
              <ul>
                {paths.map((path) => (
                  <li key={path}>{path}</li>
                ))}
                {count > paths.length && <li>and {formatCount(count - paths.length)} more</li>}
              </ul>
            </details>
          ))}
        </section>
      )}
      <div className={forms.foot}>
        <label htmlFor={tagsId}>Tags for all of it</label>
        <input
          id={tagsId}
          className={forms.field}
          value={tags}
          placeholder="Trip, To read"
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => setTags(currentTarget.value)}
        />
        <Button onClick={onDrop}>Cancel</Button>
        <Button
          kind="primary"
          isDisabled={isRunning || chosen.length === 0}
          onClick={() =>
            onTake(
              chosen.map(({ format }) => format),
              tagsIn(tags),
            )
          }
        >
          {coming > 0 ? `Import ${countOf(coming, 'article')}` : 'Import'}
        </Button>
      </div>
    </Dialog>
  );
}

const KindRow = ({
  kind: { format, fresh, known, changed, titles },
  isOn,
  onChange,
}: {
  readonly kind: LookKind;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}) => (
  <>
    <tr>
      <th scope="row">
        <label>
          <input type="checkbox" checked={isOn} onChange={({ currentTarget }) => onChange(currentTarget.checked)} />
          {kindName(format)}
        </label>
      </th>
      <td>{formatCount(fresh)}</td>
      <td>{formatCount(changed)}</td>
      <td>{formatCount(known)}</td>
    </tr>
    {titles.length > 0 && (
      <tr className={styles.titles}>
        <td colSpan={4}>{titles.join(' · ')}</td>
      </tr>
    )}
  </>
);
