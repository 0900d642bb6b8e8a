import ChevronDown from 'lucide-react/icons/chevron-down';
import CircleDot from 'lucide-react/icons/circle-dot';
import ListChecks from 'lucide-react/icons/list-checks';
import type { ReactNode } from 'react';
import type { ListDirection, ListOrder } from '../../../contract/settings.ts';
import { IconButton } from '../../ui/button.tsx';
import { formatCount } from '../../ui/numbers.ts';
import styles from './list-header.module.css';

/** The four orders, in the sequence `Change list order` goes through them. */
export const orders = [
  { order: 'added', direction: 'newest', label: 'Newest added' },
  { order: 'published', direction: 'newest', label: 'Newest published' },
  { order: 'added', direction: 'oldest', label: 'Oldest added' },
  { order: 'published', direction: 'oldest', label: 'Oldest published' },
] as const satisfies readonly {
  readonly order: ListOrder;
  readonly direction: ListDirection;
  readonly label: string;
}[];

interface Props {
  readonly name: string;
  readonly total: number | null;
  readonly order: ListOrder;
  readonly direction: ListDirection;
  readonly onOrder: (order: ListOrder, direction: ListDirection) => void;
  readonly isUnreadOnly: boolean;
  /** Absent where it would say nothing, as in Unread itself. */
  readonly onUnreadOnly: ((isUnreadOnly: boolean) => void) | null;
  readonly onPicking: () => void;
  /** What else there is to say of this list, in a line of its own. */
  readonly detail?: ReactNode;
}

/** What the list shows, how much of it, and in which order. */
export const ListHeader = (props: Props) => {
  const { name, total, order, direction, onOrder, isUnreadOnly, onUnreadOnly, onPicking, detail } = props;
  // Where there is nothing, there is nothing to order or to choose from.
  const isEmpty = total === 0;
  return (
    <header className={styles.header}>
      <div className={styles.line}>
        <div className={styles.name}>
          <h1 title={name}>{name}</h1>
          <span className={styles.count}>{total === null ? '' : formatCount(total)}</span>
        </div>
        {!isEmpty && (
          <div className={styles.order}>
            <select
              aria-label="Order"
              value={orders.findIndex((each) => each.order === order && each.direction === direction)}
              onChange={({ currentTarget }) => {
                const chosen = orders[Number(currentTarget.value)];
                if (chosen) onOrder(chosen.order, chosen.direction);
              }}
            >
              {orders.map(({ label }, index) => (
                <option key={label} value={index}>
                  {label}
                </option>
              ))}
            </select>
            <ChevronDown aria-hidden="true" />
          </div>
        )}
        {onUnreadOnly && (isUnreadOnly || !isEmpty) && (
          <IconButton
            icon={CircleDot}
            label="Unread only"
            isPressed={isUnreadOnly}
            tip="end"
            onClick={() => onUnreadOnly(!isUnreadOnly)}
          />
        )}
        {!isEmpty && <IconButton icon={ListChecks} label="Select articles" tip="end" onClick={onPicking} />}
      </div>
      {detail && <div className={styles.detail}>{detail}</div>}
    </header>
  );
};
