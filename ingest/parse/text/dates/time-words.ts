import { Names } from './names.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

/** What follows the hour and may be followed by minutes: 17h12, 7 Uhr 50, 18時05分. */
export const hourWords = set(
  'h uhr uur u heures heure hrs ч час часов часа годин година 時 时 點 点 时 시 gio g hodin godz बजे บาฬิกา นาฬิกา ora orai',
);
/** What follows a complete time. */
export const clockWords = set('uhr uur h hs hrs hr hours uur น น. ч год hod horas hora heures óra ora orakor oclock');
export const minuteWords = set('min mn m minutes minuten minuter minuti минут мин хв хвилин 分 분 phut');
export const secondWords = set('s sec sek сек 秒 초 giay');

/** Small words and marks that may stand between a day and its time, or a time and its day. */
export const betweenDayAndTime = set(
  ', - – — | · • ● / ( ) [ ] @ . : ; ، 、 ・ t at a as las alle ore ora orele um kl klo kello klokka klokken klockan om o ob v в у о об saat στισ στη ωρα الساعه ساعه عند في ساعت در সময় ב בשעה שעה pukul jam luc vao ngay เวลา วันที่ on op le el the de del of den tgl tanggal time hora h dne dnia d den il ve la godz godzina godzinie r roku г года р року hod',
);

/** Words that make 10.15 a time. */
export const beforeTime = set(
  'kl klo kello klokka klokken klockan at um om ore alle saat godz ob pukul jam เวลา klo lúc luc',
);

/** Words that make an hour alone a time: klo 7, kl. 8, ora 9. */
export const beforeHour = set('kl klo kello klokka klokken klockan godz ore ora saat');

const noons = new Names<number>();
for (const name of ['noon', 'midday', '12 noon', 'midi', 'mezzogiorno', 'mediodía', 'meio dia', 'mittags', '正 午'])
  noons.add(name, 12);
for (const name of ['midnight', '12 midnight', 'minuit', 'mezzanotte', 'medianoche', 'meia noite', 'mitternacht'])
  noons.add(name, 0);

export { noons };
