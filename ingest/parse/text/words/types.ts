/**
 * What a language calls the things around a story. Phrases are separated by `|`; case, accents and Arabic letter variants do not matter.
 * In scripts that put no space between words a phrase may be followed by any letter; a colon before or behind it asks for a word's edge
 * there: `:文:` is the label of `文/王芳`, not the beginning of `文化`.
 * Only words of the language stand here: never the name of a site, a service, an agency or a person.
 */
export interface LanguageWords {
  /** Twelve months, variants separated by `/`; a trailing dot is understood. */
  readonly months?: string;
  /** Seven weekdays from Monday, variants separated by `/`. */
  readonly weekdays?: string;
  /** What stands before a byline. */
  readonly by?: string;
  /** What stands before a date of publication. */
  readonly published?: string;
  /** What stands before a date of change. */
  readonly updated?: string;
  /** Small words inside a line that states a date. */
  readonly dateWords?: string;
  /** Labels of advertising. */
  readonly advert?: string;
  /** Labels of a link to another story. */
  readonly more?: string;
  /** Headings of what stands after a story: related, most read, comments, newsletters. */
  readonly after?: string;
  /** What buttons beside a story say. */
  readonly buttons?: string;
  /** What comments are called, for counts. */
  readonly comments?: string;
  /** Units of a reading time. */
  readonly minutes?: string;
  /** Labels of a reading time. */
  readonly reading?: string;
  /** Openings of a plea: to subscribe, follow, download. */
  readonly plea?: string;
  /** Words a plea cannot do without. */
  readonly pleaWords?: string;
  /** What a picture and its maker are called. */
  readonly photo?: string;
  /** Labels standing before or above a caption. */
  readonly caption?: string;
  /** Phrases of a copyright line. */
  readonly rights?: string;
  /** Labels of a list of tags. */
  readonly tags?: string;
  /** What names the place of first publication. */
  readonly source?: string;
  /** What ends a story. */
  readonly end?: string;
  /** Headings of notes that are not the story. */
  readonly notes?: string;
  /** Headings and openings of a note on the author. */
  readonly author?: string;
  /** Openings of a closing credit. */
  readonly credits?: string;
  /** What people in a newsroom are. */
  readonly roles?: string;
  /** Bylines without a name. */
  readonly newsroom?: string;
  /** Openings of a line that holds a text back until an hour. */
  readonly embargo?: string;
  /** Labels of a headline and of a dateline, in archives that put one before each. */
  readonly headline?: string;
  readonly placeLabel?: string;
  /** Joins the last of several authors. */
  readonly and?: string;
}
