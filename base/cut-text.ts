/** How a text ends that goes on elsewhere, in the languages of most feeds. */
const GOES_ON =
  /(?:…|\.{3}|\[[….\s]+\]|»|→|&hellip;)\s*$|(?:read|continue|see|learn) (?:more|on|reading|the (?:rest|full))\b|(?:weiterlesen|mehr lesen|lire la suite|en savoir plus|leer más|seguir leyendo|leia mais|continue lendo|leggi tutto|continua a leggere|lees meer|verder lezen|läs mer|les mer|læs mere|lue lisää|czytaj (?:dalej|więcej)|číst dále|читать далее|читати далі|devamını oku|続きを読む|阅读全文|اقرأ المزيد)/iu;
const END = 120;
/** What follows the text of an entry, whoever wrote it: `The post … appeared first on …`. */
const FOOT = /\n\n[^\n]{0,200}(?:appeared first on|erschien zuerst auf|est apparu en premier sur)[^\n]{0,200}$/i;

/** Whether a text visibly goes on elsewhere, however long it is. */
export const isVisiblyCut = (text: string): boolean => GOES_ON.test(text.trim().replace(FOOT, '').slice(-END));

/** Nobody sends so much of an article to lead to the rest. */
const LONG_WORDS = 500;

/** Whether a text is visibly only the beginning of one. */
export const isBeginning = (text: string, wordCount: number): boolean => wordCount < LONG_WORDS && isVisiblyCut(text);
