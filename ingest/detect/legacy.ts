import { narrowReadings, type Reading } from './narrow.ts';
import { sampleBeyondAscii } from './sample.ts';

const FALLBACK = 'windows-1252';
/** A reading in several bytes per character is believed from here on: chance gives less. */
const SURE = 0.5;

/** The legacy encoding of bytes that are no UTF-8, told from what the bytes beyond ASCII would say in each. */
export function guessLegacy(bytes: Uint8Array): string {
  const sample = sampleBeyondAscii(bytes);
  const wide = best(wideReadings(sample));
  if (wide && wide.score >= SURE) return wide.encoding;
  const narrow = best(narrowReadings(sample));
  if (wide && narrow && wide.score > Math.max(narrow.score, 0.2)) return wide.encoding;
  return narrow && narrow.score > 0 ? narrow.encoding : FALLBACK;
}

function best(readings: readonly Reading[]): Reading | null {
  let found: Reading | null = null;
  for (const reading of readings) if (!found || reading.score > found.score) found = reading;
  return found;
}

const KANA = /[\u3041-\u3096\u30A1-\u30FA\u30FC]/g;
const HALF_KANA = /[\uFF61-\uFF9F]/g;
const HANGUL = /[\uAC00-\uD7A3]/g;
const HAN = /[\u4E00-\u9FFF]/g;
const WIDE_MARKS = /[\u3000-\u3002\u300C-\u3011\uFF01\uFF08\uFF09\uFF0C\uFF1A\uFF1B\uFF1F\u2014\u2018-\u201D\u2026]/g;
const BROKEN = /[\uFFFD\uE000-\uF8FF\u3400-\u4DBF]/g;
const BEYOND = /\P{ASCII}/gu;

/** The characters every page in Chinese is full of; which of two standards wrote them is told by the ones that differ. */
const SIMPLIFIED =
  /[的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严]/g;
const TRADITIONAL =
  /[的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通並提直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計別她手角期根論運農指幾九區強放決西被幹做必戰先回則任取據處隊南給色光門即保治北造百規熱領七海口東導器壓志世金增爭濟階油思術極交受聯什認六共權收證改清己美再採轉更單風切打白教速花帶安場身車例真務具萬每目至達走積示議聲報鬥完類八離華名確才科張信馬節話米整空元況今集溫傳土許步群廣石記需段研界拉林律叫且究觀越織裝影算低持音眾書布復容兒須際商非驗連斷深難近礦千週委素技備半辦青省列習響約支般史感勞便團往酸歷市克何除消構府稱太準精值號率族維劃選標寫存候毛親快效斯院查江型眼王按格養易置派層片始卻專狀育廠京識適屬圓包火住調滿縣局照參紅細引聽該鐵價嚴]/g;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

function wideReadings(sample: Uint8Array): Reading[] {
  const read = (encoding: string, score: (text: string, letters: number) => number): Reading => {
    const text = new TextDecoder(encoding).decode(sample);
    const letters = count(text, BEYOND);
    const broken = count(text, BROKEN) - 4;
    return { encoding, score: letters === 0 ? -1 : score(text, letters) - (Math.max(0, broken) * 5) / letters };
  };
  const japanese = (text: string, letters: number) => {
    const kana = count(text, KANA) / letters;
    const rest = (count(text, HAN) + count(text, WIDE_MARKS)) / letters;
    return kana < 0.12 ? kana : kana + rest - (3 * count(text, HALF_KANA)) / letters;
  };
  const chinese = (common: RegExp) => (text: string, letters: number) => {
    const han = count(text, HAN);
    const kana = count(text, KANA);
    // Japanese bytes read as Chinese keep their kana.
    return han === 0
      ? 0
      : ((han + count(text, WIDE_MARKS) - kana) / letters) * Math.min(1, (count(text, common) / han) * 1.6);
  };
  return [
    read('shift_jis', japanese),
    read('euc-jp', japanese),
    read('euc-kr', (text, letters) => {
      const hangul = count(text, HANGUL) / letters;
      // Today's Korean has few Chinese characters among its own.
      const rest = (count(text, WIDE_MARKS) - count(text, HAN)) / letters;
      return hangul < 0.4 ? hangul / 2 : hangul + rest;
    }),
    read('gb18030', chinese(SIMPLIFIED)),
    read('big5', chinese(TRADITIONAL)),
  ];
}
