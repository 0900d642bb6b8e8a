import Ellipsis from 'lucide-react/icons/ellipsis';
import type { ReactNode } from 'react';
import { hashOf } from '../../state/location.ts';
import type { Place } from '../../state/places.ts';
import { classNames } from '../../ui/class-names.ts';
import { Menu, type MenuItem } from '../../ui/menu.tsx';
import { formatCount } from '../../ui/numbers.ts';
import styles from './places.module.css';

interface Props {
  readonly place: Place;
  readonly name: string;
  readonly count: number | null;
  readonly isOn: boolean;
  readonly mark?: ReactNode;
  readonly menu?: readonly MenuItem[];
}

/** One place: a link, so that it can be opened and shared like one, with its count. */
export const PlaceLink = ({ place, name, count, isOn, mark, menu }: Props) => (
  <li className={classNames(styles.item, isOn && styles.on, menu && styles.hasMenu)}>
    <a className={styles.link} href={hashOf(place)} aria-current={isOn ? 'page' : undefined} draggable={false}>
      {mark}
      <span className={styles.name} title={name.length > 22 ? name : undefined}>
        {name}
      </span>
      {count !== null && count > 0 && <span className={styles.count}>{formatCount(count)}</span>}
    </a>
    {menu && <Menu label={`Menu of ${name}`} icon={Ellipsis} items={menu} className={styles.menu} />}
  </li>
);
