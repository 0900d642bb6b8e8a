import { fileURLToPath } from 'node:url';

/** The articles most specs read: eight of them, in four scripts, numbered in the order they are imported in. */
export const news = fileURLToPath(new URL('fixtures/news', import.meta.url));

/** Their titles, the oldest added first; the first one has everything an article can have. */
export const HARBOUR = 'Harbour reopens after eleven days of fog';
export const BRIDGE = 'Glass bridge closes for the third time';
export const CAFE = 'Im Café Zürich wird die Crème brûlée knapp';
export const STATION = '星駅の最終列車、三分早く出発';
export const LIBRARY_SHIP = 'مكتبة عائمة ترسو في الميناء القديم';
export const COMPILERS = "Why old compilers don't retire";
export const MARKET = 'Night market moves indoors for the winter';
export const ROBOTS = 'Robots learn to leave the best apples';
