/** More words are a story, whatever it speaks of. */
const LONGEST = 400;
const SENTENCE = 60;
/** What stands in place of a page that was not given. */
const WALL =
  /(?:enable|activate|turn on|activer|activez|aktivier\w*|activar|active|habilit\w*|abilit\w*|attiva\w*|schakel|inschakel\w*|włącz\w*|включите|aktiver\w*) (?:\S+ ){0,3}javascript|javascript (?:\S+ ){0,4}(?:disabled|required|enabled|aktivier\w*|désactivé|deaktiviert|desactivado|desativado|disabilitato|uitgeschakeld|wyłączon\w*|отключен\w*)|checking (?:if the site|your browser)|verif(?:y|ying) (?:that )?you are (?:a )?human|are you a robot\?/i;

/** Whether what was taken for an article is what a server says instead of one, or the words of a form to log in with. */
export function isWall(text: string, asksForPassword: boolean): boolean {
  if (text.length > LONGEST) return false;
  return WALL.test(text) || (asksForPassword && text.split('\n').every(({ length }) => length < SENTENCE));
}
