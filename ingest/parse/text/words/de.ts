import type { LanguageWords } from './types.ts';

export const de: LanguageWords = {
  months:
    'januar/jan/jänner/jän|februar/feb/feber|märz/mär/mrz|april/apr|mai|juni/jun|juli/jul|august/aug|september/sep/sept|oktober/okt|november/nov|dezember/dez',
  weekdays: 'montag/mo|dienstag/di|mittwoch/mi|donnerstag/do|freitag/fr|samstag/sa/sonnabend|sonntag/so',
  by: 'von|text|text von|autor|autorin|autoren|verfasst von|geschrieben von|ein bericht von|ein kommentar von|kommentar von|eine analyse von|eine reportage von|ein beitrag von|interview von|aus|protokoll|redaktion',
  published:
    'veröffentlicht|veröffentlicht am|erschienen|erschienen am|datum|stand|publiziert|publiziert am|erstellt|erstellt am|vom|am|online seit|gepostet am|dieser artikel ist vom|dieser artikel stammt vom|erstveröffentlichung',
  updated:
    'aktualisiert|aktualisiert am|zuletzt aktualisiert|zuletzt aktualisiert am|update|letzte aktualisierung|geändert|geändert am|zuletzt geändert|zuletzt geändert am|letzte änderung|zuletzt bearbeitet|stand',
  dateWords: 'uhr|um|am|den|der|vom|gegen|seit|ausgabe|nr|h',
  advert:
    'anzeige|anzeigen|werbung|reklame|inserat|gesponsert|gesponserter inhalt|bezahlter inhalt|weiterlesen nach der anzeige|weiter nach der anzeige|artikel wird nach der anzeige fortgesetzt|nach der anzeige geht es weiter|werbung überspringen|weiterlesen|mehr anzeigen',
  more: 'lesen sie auch|lesen sie mehr|lesen sie hier|lesen sie dazu|lesen sie dazu auch|lies auch|mehr dazu|mehr zum thema|mehr|auch interessant|auch lesenswert|siehe auch|dazu passend|passend dazu|hintergrund|video|im video|weiterlesen|zum thema|das könnte sie auch interessieren|hören sie auch|sehen sie auch|kommentar|interview|weitere informationen|mehr lesen|hier lesen|bildergalerie|fotostrecke|lesetipp',
  after:
    'mehr zum thema|mehr aus|mehr von|mehr dazu|mehr nachrichten|lesen sie auch|weitere artikel|weitere themen|weitere nachrichten|weitere meldungen|weitere beiträge|weitere informationen|meistgelesen|meistgelesene artikel|meist gelesen|am meisten gelesen|am häufigsten gelesen|die meistgelesenen artikel|meistkommentiert|beliebt|beliebteste artikel|top themen|das könnte sie auch interessieren|das könnte sie interessieren|das könnte dich auch interessieren|auch interessant|ähnliche artikel|verwandte artikel|verwandte themen|zum thema|empfohlen|empfehlungen|empfohlene artikel|unsere empfehlungen|newsletter|kommentare|kommentar|kommentar schreiben|kommentar verfassen|kommentieren|leserkommentare|diskutieren sie mit|ihre meinung|artikel drucken|artikel versenden|artikel teilen|zur startseite|zurück zur startseite|folgen sie uns|impressum|datenschutz|kontakt|neueste artikel|neueste nachrichten|aktuelle nachrichten|aktuell|redaktionshinweis|redaktionelle hinweise|nächster artikel|vorheriger artikel|schlagwörter|schlagworte|themen|links|quellen|über uns|service|jetzt lesen|nicht verpassen',
  buttons:
    'teilen|merken|drucken|mailen|per mail|e mail|senden|versenden|speichern|kopieren|link kopieren|vorlesen|anhören|artikel anhören|hören|kommentieren|startseite|menü|suche|suchen|anmelden|abmelden|login|einloggen|registrieren|abo|abonnieren|e paper|zum inhalt springen|zum hauptinhalt springen|schriftgröße|leseliste|auf die merkliste|merkliste|zurück|nach oben|weiter|schließen|öffnen|mein konto|konto|navigation|drucken|bookmark|empfehlen|weitersagen|übersicht|feedback|als pdf|newsletter|vergrößern|bild vergrößern|artikel merken|artikel speichern|artikel vorlesen lassen|zu den kommentaren|kommentare lesen|kommentare anzeigen|alle akzeptieren|ablehnen|einstellungen|mehr anzeigen|mehr laden|gefällt mir|zusammenfassung|externer inhalt|externe inhalte|externen inhalt laden|externen inhalt anzeigen|inhalt anzeigen|inhalt laden|inhalte anzeigen|externe inhalte anzeigen|einverstanden|zustimmen und weiter|empfohlener redaktioneller inhalt|ich bin damit einverstanden|glomex|video|video abspielen|audio|jetzt abspielen|gespeichert|artikel gespeichert|ungültige e mail|bitte versuchen sie es später erneut|etwas ist schiefgelaufen|mehr lesen',
  comments: 'kommentar|kommentare|kommentaren|leserkommentare|antworten|beiträge',
  minutes: 'min|minute|minuten',
  reading: 'lesezeit|lesedauer|min lesezeit|minuten lesezeit|lesezeit ca|geschätzte lesezeit|hördauer',
  plea: 'abonnieren sie|jetzt abonnieren|jetzt anmelden|jetzt kostenlos|jetzt unsere|jetzt|melden sie sich|hier anmelden|hier klicken|klicken sie|laden sie|folgen sie|folgen sie uns|folge uns|registrieren sie|testen sie|unterstützen sie|newsletter|unser newsletter|bestellen sie|lesen sie|erhalten sie|sichern sie|haben sie|schreiben sie uns|das wichtigste|die wichtigsten|immer auf dem|bleiben sie|wir verwenden cookies|diese website verwendet|diese webseite|mit der nutzung|alle nachrichten|mehr nachrichten|holen sie sich|ihre e mail|ihre e mail adresse|werden sie|diskutieren sie|sie haben|danke|weitere informationen|alles zum thema|kostenlos|keine meldung mehr|nichts mehr verpassen|sie sind noch kein|sie möchten|sie wollen|noch kein abo|jetzt testen|jetzt lesen|jetzt weiterlesen|mit dem abo|mit einem abo|dieser artikel ist|dieser inhalt ist|um weiterzulesen|zum weiterlesen|weiterlesen mit|mit ihrer anmeldung|mit der anmeldung|mit klick|durch klicken|hat ihnen der artikel|hat ihnen dieser artikel|hinweise bitte|kennen sie|was meinen sie|wie ist ihre meinung|die besten|der newsletter|unsere app|laden sie sich|bitte|verpassen sie|lesen sie alle|fehler gefunden|haben sie einen fehler|hier finden sie einen externen|hier finden sie einen|an dieser stelle finden sie|an dieser stelle|sie können ihn sich|sie können sich|ich bin damit einverstanden|damit können|dieser externe inhalt|zum abspielen|zur anzeige|mit dem laden|mehr dazu in|bitte aktivieren|empfohlener externer',
  pleaWords:
    'newsletter|postfach|abonnieren|abonnement|abo|anmelden|app|herunterladen|kanal|e mail|kostenlos|cookies|cookie|datenschutz|zustimmen|akzeptieren|push|benachrichtigungen|registrieren|folgen sie uns|folge uns|unterstützen|spenden|mitglied|probeabo|klicken|hier|schreiben sie uns|redaktion|angebot|website|nachrichten|messenger|abonnent|abonnenten|abonnentinnen|login|konto|monatlich|probemonat|einwilligung|datenschutzerklärung|agb|posteingang|per mail|leserbrief|fehler|digitalabo|anmeldung|externen inhalt|externe inhalte|externer inhalt|mit einem klick|klick|einverstanden|personenbezogene daten|drittplattformen|browser|javascript',
  photo:
    'foto|fotos|bild|bilder|archivfoto|archivbild|archiv|symbolbild|symbolfoto|fotograf|fotografin|illustration|grafik|quelle|bildquelle|fotoquelle|bildnachweis|bildrechte|screenshot|collage|montage|karte|handout|zeichnung|repro',
  caption: 'bildunterschrift|bild|foto|bildtext|bildlegende|legende',
  rights:
    'alle rechte vorbehalten|urheberrecht|nachdruck|nachdruck verboten|vervielfältigung|nutzungsrechte|impressum|datenschutz|agb|nur mit genehmigung|ein angebot von|ein angebot der',
  tags: 'schlagwörter|schlagworte|themen|thema|stichwörter|stichworte|tags|mehr zu|rubrik|rubriken|kategorie|kategorien|schlagwort',
  source:
    'quelle|quellen|zuerst erschienen in|zuerst erschienen bei|zuerst erschienen auf|dieser artikel erschien zuerst in|dieser artikel erschien zuerst bei|dieser artikel erschien zuerst auf|dieser text erschien zuerst in|dieser text erschien zuerst bei|dieser beitrag erschien zuerst in|dieser beitrag erschien zuerst auf|erschienen in|original|originalartikel|ursprünglich erschienen in|ursprünglich veröffentlicht auf|adresse|dieser text erschien in|dieser artikel erschien in|erschienen in der printausgabe|erschienen in der ausgabe|aus der printausgabe|dieser artikel ist erschienen in|erschienen in der|erschienen im',
  end: 'ende',
  notes:
    'redaktionshinweis|redaktionelle hinweise|hinweis an die redaktionen|hinweise für die redaktionen|pressekontakt|kontakt|ansprechpartner|rückfragen|anmerkung der redaktion|notizblock|internet|orte|service|über das unternehmen|an die redaktionen|achtung redaktionen|hinweis für redaktionen|redaktionen|pressestelle|medienkontakt|über uns',
  author:
    'über den autor|über die autorin|über die autoren|zur person|zum autor|zur autorin|der autor|die autorin|die autoren|autoreninfo|unser autor|unsere autorin|unsere autoren|unser redakteur|unsere redakteurin|unser korrespondent|unsere korrespondentin',
  credits:
    'mitarbeit|mit material von|bericht|redaktion|mitwirkung|text und fotos|übersetzung|aus dem englischen von|bearbeitet von|recherche|mit agenturmaterial|mit material der agenturen|mit agenturen|quelle agenturen|dieser text wurde|das gespräch führte|das interview führte|die fragen stellte|die fragen stellten|interview',
  roles:
    'redakteur|redakteurin|redaktion|korrespondent|korrespondentin|reporter|reporterin|chefredakteur|chefredakteurin|autor|autorin|volontär|volontärin|ressortleiter|leiter|leiterin|freie|freier|journalist|journalistin|ressort|mitarbeiter|mitarbeiterin|kolumnist|kolumnistin',
  newsroom:
    'eigener bericht|redaktion|von unserer redaktion|unser korrespondent|agenturen|online redaktion|von unserem korrespondenten|unserem korrespondenten|lokalredaktion|unser mitarbeiter|red',
  embargo: 'sperrfrist|gesperrt bis|achtung sperrfrist|frei ab|frei für',
  and: 'und',
  headline: 'titel|überschrift|headline',
  placeLabel: 'ort',
};
