import { describe, expect, test } from 'vitest';
import {
  fold,
  hasPhrase,
  isPhrase,
  languages,
  lengthInLine,
  type PhraseKind,
  phraseAtEnd,
  phraseAtStart,
  phrasesIn,
} from './index.ts';
import type { LanguageWords } from './types.ts';

const lists: readonly (readonly [code: string, kind: keyof LanguageWords, list: string])[] =
  Object.entries<LanguageWords>(languages).flatMap(([code, words]) =>
    Object.entries(words).map(([kind, list]) => [code, kind as keyof LanguageWords, list as string] as const),
  );

describe('folding', () => {
  test.each([
    ['case', 'READ Also', 'read also'],
    ['accents', 'Publicité à lire', 'publicite a lire'],
    ['letters that are no accents', 'Fußball, Ærø, Łódź, Đà Nẵng, ısı', 'fussball aero lodz da nang isi'],
    ['Greek, its last sigma included', 'Διαβάστε επίσης', 'διαβαστε επισησ'],
    ['Cyrillic, where й is a letter of its own in Unicode only', 'Читайте ещё', 'читаите еще'],
    ['hamza on any seat', 'إقرأ أيضًا آخر', 'اقرا ايضا اخر'],
    ['tatweel and vowel signs', 'إعــلان مُمَوَّل', 'اعلان ممول'],
    ['ta marbuta and alef maqsura', 'الصفحة على', 'الصفحه علي'],
    ['Persian ye and kaf', 'یک کتاب', 'يك كتاب'],
    ['what joins no letters', 'می‌خوانید', 'مي خوانيد'],
    ['Hebrew points', 'צִלּוּם: דוברות צה״ל', 'צלום דוברות צה ל'],
    ['nukta and chandrabindu', 'ज़रूर पढ़ें, यहाँ', 'जरूर पढें यहां'],
    ['Bengali nukta, joined or not', 'আরও পড়ুন', fold('আরও পড়ুন')],
    ['full width', 'ＰＲ：２０１８年', 'pr 2018年'],
    ['half-width kana', 'ｼｪｱ', 'シェア'],
    ['digits of other scripts', '١٢ ۱۲ १२ ১২ ๑๒', '12 12 12 12 12'],
    ['marks between words, however many', '  — Read: also …  ', 'read also'],
    ['marks that lead the eye of a reader', '\u200fפורסם\u200e: 12', 'פורסם 12'],
    ['a space that is none', 'Lire\u00a0aussi', 'lire aussi'],
  ])('%s', (_, line, expected) => {
    expect(fold(line)).toBe(expected);
  });

  test('of a folded line changes nothing', () => {
    for (const [, , list] of lists) expect(fold(fold(list))).toBe(fold(list));
  });
});

describe('the part of a line that a folded beginning stands for', () => {
  test.each([
    ['Lire aussi : Le pont', 'lire aussi', 'Lire aussi'],
    ['Publié le 3 mai', 'publie', 'Publié'],
    ['Fußball: Ende', 'fussball', 'Fußball'],
    ['إعــلان: بيت', 'اعلان', 'إعــلان'],
    ['أيضًا: بيت', 'ايضا', 'أيضًا'],
    ['» Ｐｈｏｔｏ／王芳', 'photo', '» Ｐｈｏｔｏ'],
    ['関連記事：古い地図', '関連記事', '関連記事'],
    ['ทีมข่าว 1', 'ทีมข่าว', 'ทีมข่าว'],
  ])('%s', (line, folded, expected) => {
    expect(fold(line).startsWith(folded)).toBe(true);
    expect(line.slice(0, lengthInLine(line, folded.length))).toBe(expected);
  });
});

describe('a phrase', () => {
  const startOf = (kind: PhraseKind, line: string): string => fold(line).slice(0, phraseAtStart(kind, fold(line)));
  const endOf = (kind: PhraseKind, line: string): string => {
    const folded = fold(line);
    return folded.slice(folded.length - phraseAtEnd(kind, folded));
  };

  test.each<[PhraseKind, string]>([
    ['advert', 'ADVERTISEMENT'],
    ['advert', 'إِعْلان'],
    ['advert', 'اعــلان'],
    ['advert', 'آگهی'],
    ['advert', 'פרסומת'],
    ['advert', 'विज्ञापन'],
    ['advert', 'বিজ্ঞাপন'],
    ['advert', '廣告'],
    ['advert', '広告'],
    ['advert', '광고'],
    ['advert', 'Quảng cáo'],
    ['advert', 'IKLAN'],
    ['advert', 'โฆษณา'],
    ['more', 'اقرأ أيضاً:'],
    ['more', 'إقرأ أيضا'],
    ['more', 'بیشتر بخوانید'],
    ['more', 'بيشتر بخوانيد'],
    ['more', 'קראו גם:'],
    ['more', 'यह भी पढ़ें'],
    ['more', 'আরও পড়ুন'],
    ['more', '【相關新聞】'],
    ['more', 'あわせて読みたい'],
    ['more', '[관련기사]'],
    ['more', 'XEM THÊM:'],
    ['more', 'Baca Juga:'],
    ['more', 'อ่านข่าวเพิ่มเติม'],
    ['after', 'الأكثر قراءة'],
    ['after', 'پربازدیدترین‌ها'],
    ['after', 'הנקראות ביותר'],
    ['after', '大家都在看'],
    ['after', '人気記事ランキング'],
    ['after', '많이 본 뉴스'],
    ['end', '（完）'],
    ['end', '(끝)'],
    ['end', 'จบข่าว'],
  ])('of kind %s is found in any dress: %s', (kind, line) => {
    expect(isPhrase(kind, fold(line))).toBe(true);
  });

  test.each<[PhraseKind, string, string]>([
    ['more', 'Read also: the bridge', 'read also'],
    ['more', 'Reading the bridge', ''],
    ['by', 'Bylaws of the town', ''],
    ['by', 'بقلم هند المرزوقي', 'بقلم'],
    ['by', 'بقلمه كتب', ''],
    ['photo', 'صورتنا في المرآة', ''],
    ['published', 'פורסם ב-12.3', 'פורסם ב'],
    ['published', 'פורסמים', ''],
  ])('ends where a word ends where words are spaced: %s, %s', (kind, line, expected) => {
    expect(startOf(kind, line)).toBe(expected);
  });

  test.each<[PhraseKind, string, string]>([
    ['more', '延伸阅读古镇石桥完成修缮', '延伸阅读'],
    ['more', '関連記事台風で傷んだ林道', '関連記事'],
    ['more', '관련기사폐역의 책방', '관련기사'],
    ['more', 'ข่าวที่เกี่ยวข้องสะพานเก่า', 'ข่าวที่เกี่ยวข้อง'],
    ['published', '发布于2021年', '发布于'],
    ['updated', '最終更新2018年', '最終更新'],
  ])('ends anywhere where they are not: %s, %s', (kind, line, expected) => {
    expect(startOf(kind, line)).toBe(expected);
  });

  test.each<[PhraseKind, string, string]>([
    ['by', '文／王芳', '文'],
    ['by', '文化节开幕', ''],
    ['by', '记者：陆望舒', '记者'],
    ['by', '记者会上', ''],
    ['by', '文・写真／三枝美緒', '文 写真'],
    ['by', '글 김서윤', '글'],
    ['by', '글로벌 시장', ''],
    ['by', 'โดย สมชาย ใจดี', 'โดย'],
    ['by', 'โดยสารรถไฟ', ''],
    ['photo', '사진=한들통신', '사진'],
    ['photo', '사진작가의 하루', ''],
  ])('that is a label ends where a word ends everywhere: %s, %s', (kind, line, expected) => {
    expect(startOf(kind, line)).toBe(expected);
  });

  test('that is a label stands in a line only as a word, and ends none', () => {
    expect(hasPhrase('photo', fold('圖：顧小滿'))).toBe(true);
    expect(hasPhrase('photo', fold('市立圖書館'))).toBe(false);
    expect(endOf('photo', '보고 싶은 사진')).toBe('');
    expect(endOf('photo', '사진')).toBe('사진');
  });

  test.each<[PhraseKind, string, string]>([
    ['photo', '售票口的窗簾。記者沈若溪攝', '攝'],
    ['roles', '김서윤 기자', '기자'],
    ['roles', '山田太郎記者', '記者'],
    ['published', '2021年4月18日 发布', '发布'],
    ['updated', '3 May, last updated', 'last updated'],
    ['updated', '3 May, backdated', ''],
  ])('ends a line: %s, %s', (kind, line, expected) => {
    expect(endOf(kind, line)).toBe(expected);
  });

  test('is the longest that fits', () => {
    expect(startOf('more', 'Read more: the bridge')).toBe('read more');
    expect(startOf('updated', 'Last updated on 3 May')).toBe('last updated on');
    expect(startOf('published', '发布时间：2021')).toBe('发布时间');
    expect(startOf('reading', 'Reading time: 5 min')).toBe('reading time');
    expect(startOf('source', 'نشر لأول مرة في الساحل')).toBe('نشر لاول مره في');
  });

  test('is found at a word further on', () => {
    const folded = fold('5 min read');
    expect(phraseAtStart('minutes', folded, folded.indexOf('min'))).toBe(3);
    expect(phraseAtStart('minutes', folded, 0)).toBe(0);
  });

  test('is found wherever it stands, from left to right and never twice', () => {
    const folded = fold('저작권자 ⓒ 한들통신, 무단 전재 및 재배포 금지');
    const found = phrasesIn('rights', folded).map(({ start, end }) => folded.slice(start, end));
    expect(found[0]).toBe('저작권자');
    expect(found.join(' ')).not.toContain('한들통신');
    expect(found.at(-1)).toContain('금지');
    expect(phrasesIn('rights', fold('The boats came home'))).toEqual([]);
  });

  test('of every list can be found where it stands alone', () => {
    for (const [code, kind, list] of lists) {
      if (kind === 'months' || kind === 'weekdays') continue;
      for (const phrase of list.split('|')) {
        const folded = fold(phrase);
        expect(phraseAtStart(kind, folded), `${code} ${kind}: ${phrase}`).toBe(folded.length);
        expect(phraseAtEnd(kind, folded), `${code} ${kind}: ${phrase}`).toBe(folded.length);
      }
    }
  });
});

test.each([
  ['words without an end', 'wort '],
  ['letters of two kinds', 'a漢'],
  ['beginnings of phrases without spaces', '広'],
])('a line of a million letters takes no more than its length: %s', (_, part) => {
  const line = part.repeat(1_000_000 / part.length);
  const folded = fold(line);
  expect(folded.length).toBeGreaterThanOrEqual(line.length - 1);
  expect(hasPhrase('pleaWords', folded)).toBe(false);
  expect(phrasesIn('rights', folded)).toEqual([]);
  expect(phraseAtEnd('photo', folded)).toBe(0);
  expect(lengthInLine(line, folded.length)).toBeGreaterThanOrEqual(line.length - 1);
});

describe('the lists', () => {
  const phrases = lists.flatMap(([code, kind, list]) =>
    list.split(/[|/]/).map((phrase) => ({ where: `${code} ${kind}: ${phrase}`, folded: fold(phrase) })),
  );

  /** Sites, services, agencies and makers of pictures that pages name in the places the lists are about. */
  const names =
    'facebook twitter instagram whatsapp telegram youtube tiktok linkedin pinterest reddit tumblr snapchat  viber skype wechat weibo qq kakao kakaotalk naver daum vk vkontakte odnoklassniki threads bluesky mastodon flipboard google apple microsoft yahoo bing discord spotify zalo hatena mixi pocket feedly outbrain taboola reuters afp dpa efe ansa tass xinhua kyodo yonhap bloomberg getty gettyimages alamy shutterstock istock pixabay unsplash flickr epa bbc cnn wikipedia disqus adsense';
  const namesInOtherScripts =
    'فيسبوك فايسبوك تويتر واتساب واتس تلغرام تليجرام تيليجرام انستغرام انستجرام يوتيوب غوغل رويترز تلگرام توییتر اینستاگرام فیسبوک یوتیوب گوگل فייסבוק טוויטר וואטסאפ טלגרם אינסטגרם יוטיוב גוגל रॉयटर्स फेसबुक ट्विटर व्हाट्सएप व्हाट्सऐप इंस्टाग्राम यूट्यूब टेलीग्राम गूगल ফেসবুক টুইটার হোয়াটসঅ্যাপ ইনস্টাগ্রাম ইউটিউব গুগল রয়টার্স 微信 微博 朋友圈 脸书 臉書 抖音 小红书 优酷 百度 腾讯 新浪 网易 搜狐 今日头条 知乎 豆瓣 快手 谷歌 推特 新华社 路透 法新 美联 美聯 中央社 フェイスブック ツイッター インスタグラム ユーチューブ グーグル ヤフー はてな ロイター 共同通信 時事通信 アフロ 페이스북 트위터 인스타그램 유튜브 카카오 네이버 다음카페 구글 밴드 텔레그램 연합뉴스 뉴시스 뉴스1 게티 픽사베이 เฟซบุ๊ก เฟสบุ๊ค ทวิตเตอร์ ยูทูบ อินสตาแกรม กูเกิล фейсбук твиттер вконтакте одноклассники телеграм телеграмм дзен яндекс рейтер'
      .split(' ')
      .map(fold);

  test('name no site, no service and no agency', () => {
    const known = new Set(names.split(' '));
    const named = phrases.filter(
      ({ folded }) =>
        folded.split(' ').some((word) => known.has(word)) || namesInOtherScripts.some((name) => folded.includes(name)),
    );
    expect(named.map(({ where }) => where)).toEqual([]);
  });

  test('hold no empty phrase', () => {
    expect(phrases.filter(({ folded }) => folded === '').map(({ where }) => where)).toEqual([]);
  });

  test('name twelve months and seven days wherever they name any', () => {
    for (const [code, kind, list] of lists) {
      if (kind === 'months') expect(list.split('|'), code).toHaveLength(12);
      if (kind === 'weekdays') expect(list.split('|'), code).toHaveLength(7);
    }
  });
});
