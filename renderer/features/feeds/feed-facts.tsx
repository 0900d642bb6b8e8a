import type { Feed } from '../../../contract/feeds.ts';
import { formatMoment } from '../../ui/dates.ts';
import sections from '../../ui/sections.module.css';
import { oftenWords, problemWords, stateWords } from './health-words.ts';

const moment = (at: number | null, none: string) => (at === null ? none : formatMoment(at, navigator.language));

/** How it goes with one feed. */
export function FeedFacts({ feed }: { readonly feed: Feed }) {
  const { health, url, siteUrl, addedAt } = feed;
  const problem = problemWords(health);
  const facts: readonly (readonly [string, string])[] = [
    ['State', stateWords(health)],
    ['Last fetched', moment(health.checkedAt, 'Not yet')],
    [
      'Next',
      moment(
        health.nextAt,
        health.state === 'stopped' || health.state === 'paused' ? 'Never by itself' : 'As soon as its turn comes',
      ),
    ],
    ['Last new', moment(health.changedAt, 'Nothing yet')],
    ['How much', oftenWords(health) || 'Not known yet'],
    ['Subscribed', moment(addedAt, '')],
  ];
  return (
    <section className={sections.section} aria-label="How it is">
      <h2>How it is</h2>
      {problem !== null && <p className={health.error === null ? sections.explained : sections.problem}>{problem}</p>}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name} className={sections.row}>
            <dt className={sections.name}>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <Address name="Address" url={url} />
        {siteUrl !== null && <Address name="Site" url={siteUrl} />}
      </dl>
    </section>
  );
}

const Address = ({ name, url }: { readonly name: string; readonly url: string }) => (
  <div className={sections.row}>
    <dt className={sections.name}>{name}</dt>
    <dd className={sections.path}>
      {/^https?:/i.test(url) ? (
        <a href={url} target="_blank" rel="noopener noreferrer">
          {url}
        </a>
      ) : (
        url
      )}
    </dd>
  </div>
);
