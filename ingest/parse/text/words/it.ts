import type { LanguageWords } from './types.ts';

export const it: LanguageWords = {
  months:
    'gennaio/gen|febbraio/feb|marzo/mar|aprile/apr|maggio/mag|giugno/giu|luglio/lug|agosto/ago|settembre/set/sett|ottobre/ott|novembre/nov|dicembre/dic',
  weekdays: 'lunedì/lun|martedì/mar|mercoledì/mer|giovedì/gio|venerdì/ven|sabato/sab|domenica/dom',
  by: 'di|a cura di|testo di|autore|autrice|autori|scritto da|articolo di|pubblicato da|servizio di|dal nostro inviato|dalla nostra inviata|dal nostro corrispondente|intervista di|testo',
  published:
    'pubblicato|pubblicato il|data|data di pubblicazione|pubblicata il|il|del|articolo del|creato il|pubblicazione|prima pubblicazione|questo articolo è del|postato il|inserito il',
  updated:
    'modifica|modifica il|modificato il|aggiornato|aggiornato il|ultimo aggiornamento|ultimo aggiornamento il|ultimo aggiornamento alle|aggiornamento|modificato|modificato il|ultima modifica|aggiornato alle|agg',
  dateWords: 'ore|alle|il|del|di|h|edizione|numero|ora|e|dalle',
  advert:
    'pubblicità|continua a leggere di seguito|annuncio|annunci|sponsorizzato|contenuto sponsorizzato|continua a leggere|continua dopo la pubblicità|l articolo prosegue|l articolo continua dopo la pubblicità|prosegui la lettura|contenuto promozionale|messaggio pubblicitario|leggi tutto|continua',
  more: 'leggi anche|leggi|leggi di più|leggi pure|vedi anche|guarda anche|guarda|ascolta|ascolta anche|approfondimento|approfondisci|per approfondire|potrebbe interessarti|potrebbe interessarti anche|video|il video|foto|le foto|correlati|articolo correlato|l intervista|scopri di più|per saperne di più|da non perdere|la scheda|il commento',
  after:
    'leggi anche|i più letti|più letti|le più lette|più lette|articoli più letti|più visti|più commentati|più condivisi|articoli correlati|correlati|notizie correlate|contenuti correlati|potrebbe interessarti|potrebbe interessarti anche|potrebbero interessarti|ti potrebbe interessare|ti potrebbe interessare anche|ti potrebbero interessare|altri articoli|altre notizie|altro da|in primo piano|ultime notizie|ultim ora|ultima ora|argomenti|argomento|consigliati|consigliati per te|scelti per te|da non perdere|raccomandati|commenti|commento|lascia un commento|scrivi un commento|i vostri commenti|newsletter|iscriviti alla newsletter|seguici|seguici su|contatti|chi siamo|note legali|privacy|dello stesso autore|sullo stesso tema|sullo stesso argomento|notizie in evidenza|articolo successivo|articolo precedente|prossimo articolo|vedi anche|le ultime|condividi|tag|video correlati|dalla home',
  buttons:
    'condividi|condividi su|condividi l articolo|invia|invia per email|email|stampa|salva|salva articolo|copia|copia link|copia il link|ascolta|ascolta l articolo|commenta|home|menu|menù|cerca|accedi|entra|login|registrati|abbonati|iscriviti|vai al contenuto|torna su|torna indietro|indietro|chiudi|apri|segui|mi piace|ingrandisci|regala|successivo|precedente|riduci|caratteri|vedi|il mio profilo|profilo|segnala|contenuto esterno|mostra contenuto|accetta|accetta tutto|rifiuta|personalizza|articolo salvato|video non disponibile|ascolta questo articolo|regala questo articolo',
  comments: 'commento|commenti|condivisioni|reazioni|risposte|visualizzazioni',
  minutes: 'min|minuto|minuti',
  reading: 'tempo di lettura|min di lettura|minuti di lettura|lettura|lettura di|durata lettura|minuti per la lettura',
  plea: 'iscriviti|abbonati|registrati|seguici|segui|scarica|ricevi|clicca|clicca qui|sostieni|sostienici|unisciti|entra|scopri|attiva|leggi tutte|resta aggiornato|rimani aggiornato|la tua email|il tuo indirizzo|utilizziamo i cookie|questo sito|usiamo i cookie|continuando|tutte le notizie|scrivici|hai una storia|hai una segnalazione|segnalaci|contattaci|per continuare a leggere|grazie per|se ti è piaciuto|vuoi|diventa|prova|ascolta|le notizie più|non perdere|articolo riservato|contenuto riservato|riservato agli abbonati|sei già abbonato|sei abbonato|cliccando|iscrivendoti|accetta|accettando|vuoi ricevere|vuoi rimanere|per commentare|per segnalare|partecipa|lascia un commento|di la tua|crea un account|accedi|commenta|condividi|sostieni il|leggi senza|attiva le',
  pleaWords:
    'newsletter|iscriviti|iscrizione|abbonati|abbonamento|abbonati|registrati|app|scarica|canale|email|mail|posta|cookie|gratis|gratuita|gratuitamente|notifiche|seguici|clicca|qui|sostieni|donazione|offerta|sito|notizie|aggiornamenti|podcast|scrivici|contattaci|profilo|accetta|consenso|casella|lettori|abbonato|al mese|prova gratuita|account|condizioni|informativa|commento|redazione|senza pubblicità|segnalazione|storia',
  photo:
    'foto|fotografia|fotografie|fotografo|immagine|immagini|archivio|foto d archivio|foto di|credit|credits|crediti|ph|illustrazione|per gentile concessione|frame|disegno|infografica|scatto',
  caption: 'didascalia|foto|nella foto|immagine',
  rights:
    'riproduzione riservata|tutti i diritti riservati|tutti i diritti sono riservati|diritti riservati|vietata la riproduzione|riproduzione vietata|è vietata la riproduzione|note legali|privacy|copyright|p iva|partita iva',
  tags: 'argomenti|argomento|tag|tags|temi|parole chiave|etichette|categoria|categorie|in questo articolo|altro su|altro su questi argomenti|sezione',
  source:
    'fonte|fonti|pubblicato originariamente su|pubblicato originariamente in|questo articolo è stato pubblicato su|questo articolo è stato pubblicato originariamente su|questo articolo è apparso su|questo articolo è uscito su|articolo originale|originale|tratto da|link|uscito su|apparso su|articolo pubblicato su',
  end: 'fine',
  notes:
    'nota per i giornalisti|note per i redattori|nota per le redazioni|nota della redazione|contatti stampa|ufficio stampa|contatti|per informazioni|per ulteriori informazioni|ndr|nota di redazione',
  author: 'l autore|l autrice|gli autori|sull autore|sull autrice|chi è l autore|biografia|informazioni sull autore',
  credits:
    'ha collaborato|hanno collaborato|con la collaborazione di|traduzione di|traduzione|a cura di|servizio di|redatto da|testi di',
  roles:
    'inviato|inviata|corrispondente|giornalista|redattore|redattrice|redazione|direttore|direttrice|caporedattore|collaboratore|collaboratrice|editorialista|cronista|nostro|nostra|firma|critico',
  newsroom:
    'redazione|la redazione|a cura della redazione|redazione online|redazione web|dal nostro inviato|dal nostro corrispondente|agenzie|agenzia|redazione cronaca|della redazione|di redazione',
  embargo: 'embargo|sotto embargo|sotto embargo fino',
  and: 'e|con',
  headline: 'titolo',
  placeLabel: 'luogo',
};
