import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { LibraryInfo } from '../../../contract/model.ts';
import type { Settings } from '../../../contract/settings.ts';
import type { CleanedUp, CleanUp, SpaceReport } from '../../../contract/space.ts';
import { useClient } from '../../api/client-context.ts';
import { sentenceOf } from '../../api/errors.ts';
import { keys } from '../../api/query-keys.ts';
import { useNotices } from '../../state/notices.ts';
import { Button } from '../../ui/button.tsx';
import { Choice } from '../../ui/choice.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { NumberField } from '../../ui/number-field.tsx';
import { countOf, formatSize } from '../../ui/numbers.ts';
import { overBudgetWords } from '../../ui/over-budget.ts';
import styles from '../../ui/sections.module.css';
import { GiveBack } from './give-back.tsx';
import own from './space-section.module.css';

const AGES = [
  { value: 'never', label: 'None' },
  { value: '365', label: 'Over a year old' },
  { value: '90', label: 'Over three months' },
  { value: '30', label: 'Over a month' },
] as const;
type Age = (typeof AGES)[number]['value'];

const daysOf = (age: Age): number | null => (age === 'never' ? null : Number(age));

interface Props {
  readonly settings: Settings;
  readonly change: (change: Partial<Settings>) => void;
  readonly info: LibraryInfo | null;
}

/** What takes the space of the library, and what of it may go. It is looked at when somebody asks: it costs a moment. */
export function SpaceSection({ settings, change, info }: Props) {
  const over = overBudgetWords(info, settings);
  const client = useClient();
  const cache = useQueryClient();
  const { show } = useNotices();
  const [isOpen, setOpen] = useState(false);
  const [articles, setArticles] = useState<Age>('never');
  const [pictures, setPictures] = useState<Age>('never');
  const [revisions, setRevisions] = useState<'keep' | 'go'>('keep');
  const [unfinished, setUnfinished] = useState<'keep' | 'go'>('keep');
  const [asked, setAsked] = useState<CleanedUp | null>(null);
  const { data: report } = useQuery({
    queryKey: keys.space,
    queryFn: () => client.call('space.report', null),
    enabled: isOpen,
  });
  const choice: CleanUp = {
    articlesOlderThanDays: daysOf(articles),
    picturesOlderThanDays: daysOf(pictures),
    revisions: revisions === 'go',
    unfinished: unfinished === 'go',
  };
  const isAnything =
    choice.articlesOlderThanDays !== null ||
    choice.picturesOlderThanDays !== null ||
    choice.revisions ||
    choice.unfinished;
  const fail = (error: unknown) => show({ text: sentenceOf(error), tone: 'error', action: null });
  const clean = async () => {
    try {
      const { bytes } = await client.call('space.clean', choice);
      show({ text: `${formatSize(bytes)} are free inside the library`, tone: 'done', action: null });
      await cache.invalidateQueries({ queryKey: keys.info });
      await cache.invalidateQueries({ queryKey: keys.space });
    } catch (error) {
      fail(error);
    }
  };

  return (
    <section className={styles.section} aria-label="Space">
      <h2>Space</h2>
      <Budget megabytes={settings.budgetMegabytes} onChange={(budgetMegabytes) => change({ budgetMegabytes })} />
      {over !== null && (
        <p className={styles.problem} role="note">
          {over}
        </p>
      )}
      {!isOpen && (
        <div className={own.open}>
          <Button onClick={() => setOpen(true)}>Show what takes the space</Button>
        </div>
      )}
      {report && (
        <>
          <Report report={report} />
          <h3 className={own.title}>Clean up</h3>
          <p className={styles.explained}>
            Only what feeds brought and you have read. What is starred, tagged, unread, imported or saved is never
            touched.
          </p>
          <Choice name="Articles" value={articles} options={AGES} onChange={setArticles} />
          <Choice name="Pictures of articles" value={pictures} options={AGES} onChange={setPictures} />
          <Choice
            name="Earlier texts"
            value={revisions}
            options={[
              { value: 'keep', label: 'Keep' },
              { value: 'go', label: 'All' },
            ]}
            onChange={setRevisions}
          />
          {report.unfinished > 0 && (
            <Choice
              name="Half-fetched files"
              value={unfinished}
              options={[
                { value: 'keep', label: 'Keep' },
                { value: 'go', label: 'All' },
              ]}
              onChange={setUnfinished}
            />
          )}
          <div className={styles.reread}>
            <Button
              isDisabled={!isAnything}
              onClick={() => void client.call('space.preview', choice).then(setAsked).catch(fail)}
            >
              See what would go
            </Button>
          </div>
        </>
      )}
      {asked && (
        <ConfirmDialog
          title="Clean up?"
          text={goingWords(asked)}
          confirm="Clean up"
          onConfirm={() => void clean()}
          onClose={() => setAsked(null)}
        />
      )}
    </section>
  );
}

function goingWords({ articles, pictures, revisions, unfinished, bytes }: CleanedUp): string {
  const rest = [
    `the pictures of ${countOf(pictures, 'other article')}`,
    countOf(revisions, 'earlier text'),
    ...(unfinished > 0 ? [countOf(unfinished, 'half-fetched file')] : []),
  ];
  const last = rest.pop();
  return `${countOf(articles, 'article')} would go for good, ${rest.join(', ')}, and ${last}: ${formatSize(bytes)} in all. This cannot be undone.`;
}

/** A figure counts when it is left. */
function Budget({
  megabytes,
  onChange,
}: {
  readonly megabytes: number | null;
  readonly onChange: (megabytes: number | null) => void;
}) {
  return (
    <NumberField
      key={megabytes}
      label="Say so above, in megabytes"
      min="1"
      max="100000000"
      placeholder="never"
      defaultValue={megabytes ?? ''}
      onBlur={({ currentTarget }) => {
        const typed = Math.round(currentTarget.valueAsNumber);
        const wanted = typed >= 1 && typed <= 100_000_000 ? typed : null;
        if (wanted !== megabytes) onChange(wanted);
      }}
      onKeyDown={({ key, currentTarget }) => key === 'Enter' && currentTarget.blur()}
    />
  );
}

const PARTS = [
  ['texts', 'Texts'],
  ['originals', 'Originals, as they came'],
  ['pictures', 'Pictures'],
  ['files', 'Sound and other files'],
  ['unfinished', 'Files half fetched'],
  ['revisions', 'Earlier texts'],
  ['rest', 'Search, and the rest'],
  ['freeBytes', 'Free inside the file'],
] as const;
const SHOWN = 10;

const Report = ({ report }: { readonly report: SpaceReport }) => (
  <>
    <dl className={own.parts}>
      {PARTS.map(([key, name]) => (
        <div key={key} className={styles.row}>
          <dt className={styles.name}>{name}</dt>
          <dd className={own.part}>
            <span>{formatSize(report[key])}</span>
            <meter aria-label={name} min={0} max={Math.max(report.totalBytes, 1)} value={report[key]} />
          </dd>
        </div>
      ))}
    </dl>
    {report.canGiveBack && <GiveBack freeBytes={report.freeBytes} />}
    <table className={own.sources}>
      <caption>Where the most comes from</caption>
      <tbody>
        {report.sources.slice(0, SHOWN).map(({ id, name, articles, bytes }) => (
          <tr key={id}>
            <th scope="row" dir="auto">
              {name}
            </th>
            <td>{countOf(articles, 'article')}</td>
            <td>{formatSize(bytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </>
);
