import { useId } from 'react';
import type { Feed, FeedId, Subscriptions } from '../../../contract/feeds.ts';
import { type FeedNode, feedsIn, feedTree } from '../../state/feed-tree.ts';
import { countOf } from '../../ui/numbers.ts';
import own from './trip-section.module.css';

interface Props {
  readonly subscriptions: Subscriptions;
  /** None means all. */
  readonly chosen: ReadonlySet<FeedId>;
  readonly onChoose: (chosen: ReadonlySet<FeedId>) => void;
}

/** Which feeds one wants to have along: some, whole folders, or all. */
export function TripFeeds({ subscriptions, chosen, onChoose }: Props) {
  const set = (feeds: readonly Feed[], isOn: boolean) => {
    const next = new Set(chosen);
    for (const { id } of feeds) isOn ? next.add(id) : next.delete(id);
    onChoose(next);
  };
  return (
    <details className={own.feeds}>
      <summary>{chosen.size === 0 ? 'From all feeds' : `From ${countOf(chosen.size, 'feed')} only`}</summary>
      <Level nodes={feedTree(subscriptions)} {...{ subscriptions, chosen, set }} />
    </details>
  );
}

interface LevelProps {
  readonly nodes: readonly FeedNode[];
  readonly subscriptions: Subscriptions;
  readonly chosen: ReadonlySet<FeedId>;
  readonly set: (feeds: readonly Feed[], isOn: boolean) => void;
}

const Level = ({ nodes, subscriptions, chosen, set }: LevelProps) => (
  <ul>
    {nodes.map((node) => {
      if (node.kind === 'feed')
        return <Line key={`feed-${node.feed.id}`} name={node.feed.name} feeds={[node.feed]} {...{ chosen, set }} />;
      const { id, name } = node.folder;
      const inside = feedsIn(subscriptions, id);
      if (inside.length === 0) return null;
      return (
        <Line key={`folder-${id}`} name={name} feeds={inside} {...{ chosen, set }}>
          <Level nodes={node.inside} {...{ subscriptions, chosen, set }} />
        </Line>
      );
    })}
  </ul>
);

const Line = ({
  name,
  feeds,
  chosen,
  set,
  children,
}: Pick<LevelProps, 'chosen' | 'set'> & {
  readonly name: string;
  readonly feeds: readonly Feed[];
  readonly children?: React.ReactNode;
}) => {
  const id = useId();
  return (
    <li>
      <input
        id={id}
        type="checkbox"
        checked={feeds.every((feed) => chosen.has(feed.id))}
        onChange={({ currentTarget }) => set(feeds, currentTarget.checked)}
      />{' '}
      <label htmlFor={id} dir="auto">
        {name}
      </label>
      {children}
    </li>
  );
};
