import type { LanguageWords } from './types.ts';

export const nl: LanguageWords = {
  months:
    'januari/jan|februari/feb|maart/mrt|april/apr|mei|juni/jun|juli/jul|augustus/aug|september/sep/sept|oktober/okt|november/nov|december/dec',
  weekdays: 'maandag/ma|dinsdag/di|woensdag/wo|donderdag/do|vrijdag/vr|zaterdag/za|zondag/zo',
  by: 'door|van|tekst|tekst van|auteur|auteurs|geschreven door|redactie|verslag|een artikel van|interview door|van onze verslaggever|van onze correspondent|van onze verslaggeefster',
  published:
    'gepubliceerd|gepubliceerd op|gepubliceerd om|geplaatst|geplaatst op|datum|op|van|publicatiedatum|verschenen|verschenen op|dit artikel is van|eerste publicatie|online sinds',
  updated:
    'bijgewerkt|bijgewerkt op|bijgewerkt om|laatst bijgewerkt|laatst bijgewerkt op|laatst bijgewerkt om|laatste update|update|aangepast|aangepast op|aangepast om|gewijzigd|gewijzigd op|laatst gewijzigd|geüpdatet|geactualiseerd',
  dateWords: 'om|op|uur|van|de|u|editie|nummer|in',
  advert:
    'advertentie|advertenties|reclame|gesponsord|gesponsorde inhoud|tekst gaat door onder de advertentie|tekst gaat verder onder de advertentie|artikel gaat verder na advertentie|lees verder na de advertentie|lees verder onder de advertentie|het artikel gaat hieronder verder|tekst loopt door onder de foto|tekst gaat verder onder de foto|lees verder|de tekst gaat verder onder|tekst gaat verder na|ingezonden mededeling|partnerbijdrage|toon meer',
  more: 'lees ook|lees meer|lees verder|lees hier|zie ook|bekijk ook|bekijk|luister ook|luister|meer over|meer|kijk ook|gerelateerd|achtergrond|video|in beeld|opinie|meer weten|ook interessant|lees ook dit|hier lees je|klik hier|lees dan ook|tip',
  after:
    'lees ook|meer over|meer nieuws|meer lezen|meer artikelen|meer van|meest gelezen|het meest gelezen|best gelezen|populair|meest bekeken|meest gedeeld|net binnen|laatste nieuws|het laatste nieuws|gerelateerd|gerelateerde artikelen|gerelateerd nieuws|gerelateerde onderwerpen|ook interessant|aanbevolen|aanbevolen artikelen|aanbevolen voor u|aanbevolen voor jou|wellicht ook interessant|misschien ook interessant|dit vind je misschien ook leuk|reacties|reageer|reageren|plaats een reactie|geef een reactie|nieuwsbrief|nieuwsbrieven|volg ons|deel dit artikel|deel dit|contact|over ons|colofon|onderwerpen|tags|volgende|vorige|volgend artikel|vorig artikel|in het nieuws|andere artikelen|anderen lazen ook|verder lezen|trending|tip de redactie|uitgelicht|video s|binnenland|lees verder|net gemist',
  buttons:
    'deel|delen|deel dit artikel|deel artikel|deel via|deel op|mail|e mail|stuur|verstuur|print|printen|afdrukken|opslaan|bewaar|bewaren|bewaar artikel|kopieer|kopieer link|link kopiëren|luister|luister naar|luister artikel|luisteren|reageer|home|menu|zoek|zoeken|inloggen|log in|aanmelden|registreren|abonneren|abonneer|word abonnee|mijn account|ga naar inhoud|ga naar de inhoud|naar hoofdinhoud|terug|naar boven|sluit|sluiten|volg|volgen|vergroot|lettergrootte|geef cadeau|cadeau geven|leeslijst|toevoegen|volgende|vorige|voorpagina|meer opties|naar de reacties|bekijk reacties|luister naar dit artikel|accepteren|weigeren|cookie instellingen|meer laden|toon meer|externe inhoud|inhoud tonen|alles accepteren|artikel opgeslagen|er ging iets mis|video niet beschikbaar',
  comments: 'reactie|reacties|commentaar|keer gedeeld|gedeeld',
  minutes: 'min|minuut|minuten',
  reading: 'leestijd|min leestijd|minuten leestijd|minuten lezen|min lezen|leesduur|geschatte leestijd|luistertijd',
  plea: 'gratis|dit artikel is|abonneer|abonneer je|abonneer u|schrijf je in|schrijf u in|meld je aan|meld u aan|volg ons|volg|download|klik hier|klik|ontvang|steun|steun ons|word lid|word abonnee|registreer|blijf op de hoogte|mis niets|wilt u|wil je|jouw e mail|je e mailadres|uw e mailadres|wij gebruiken cookies|we gebruiken cookies|deze site|deze website|door verder te gaan|al het nieuws|al het laatste|tip ons|heb je een tip|heeft u een tip|stuur ons|mail ons|mail|bedankt voor|lees alles|probeer|elke ochtend|elke dag|bekijk alle|nog meer|reageren|dit artikel is alleen|alleen voor abonnees|lees verder met|al abonnee|nog geen abonnee|met een abonnement|door je aan te melden|door op|heb je een|heeft u een|ken je|mail naar|stuur|praat mee|wat vind jij|wat vindt u|maak een account|log in|laat het ons|zag je een|fout gezien|altijd op de hoogte',
  pleaWords:
    'nieuwsbrief|nieuwsbrieven|abonneer|abonnement|abonnee|abonnees|inschrijven|schrijf je in|aanmelden|app|download|kanaal|e mail|mailbox|inbox|cookies|gratis|log in|account|meldingen|pushberichten|volg ons|klik|hier|steun|donatie|lid|aanbieding|site|website|nieuws|podcast|tip|redactie|accepteren|toestemming|per maand|voorwaarden|privacyverklaring|fout|reactie|tips|proefabonnement|verhaal',
  photo:
    'foto|foto s|fotograaf|fotografie|beeld|afbeelding|archief|archieffoto|archiefbeeld|illustratie|credit|bron|eigen foto|screenshot|infographic|kaart|ter illustratie|tekening|stockfoto',
  caption: 'bijschrift|foto|beeld|fotobijschrift',
  rights:
    'alle rechten voorbehouden|auteursrecht|auteursrechten|overname|niets uit deze|verveelvoudiging|privacy|privacyverklaring|disclaimer|gebruiksvoorwaarden|algemene voorwaarden|copyright|een uitgave van|colofon',
  tags: 'tags|onderwerpen|onderwerp|trefwoorden|thema s|thema|rubriek|rubrieken|categorie|categorieën|meer over|in dit artikel|dossier|lees meer over',
  source:
    'bron|bronnen|dit artikel verscheen eerder in|dit artikel verscheen eerder op|dit artikel verscheen eerst in|dit artikel is eerder verschenen in|dit artikel is eerder verschenen op|oorspronkelijk verschenen in|oorspronkelijk gepubliceerd op|oorspronkelijk gepubliceerd in|eerder verschenen in|verschenen in|origineel|link|origineel artikel|overgenomen van|dit artikel verscheen in|dit artikel stond in|dit verhaal verscheen in',
  end: 'einde|einde bericht',
  notes:
    'noot voor de redactie|noot aan de redactie|noot voor redacties|noten voor de redactie|niet voor publicatie|perscontact|contact|contactgegevens|meer informatie|voor meer informatie|over|noot redactie',
  author: 'over de auteur|over de auteurs|over de schrijver|de auteur|auteurs|over de journalist',
  credits: 'met medewerking van|vertaling|vertaald door|met bijdragen van|redactie|samengesteld door|mmv|m m v',
  roles:
    'verslaggever|verslaggeefster|correspondent|redacteur|redactie|journalist|journaliste|columnist|hoofdredacteur|chef|medewerker|freelance|politiek|buitenland|economie|regioverslaggever|stagiair|onze',
  newsroom:
    'redactie|van onze redactie|onze redactie|van onze verslaggever|onze correspondent|van onze correspondent|onze verslaggever|persbureaus|nieuwsdienst|de redactie|webredactie|redactie binnenland|redactie buitenland|van een verslaggever',
  embargo: 'embargo|onder embargo|onder embargo tot',
  and: 'en|met',
  headline: 'titel|kop',
  placeLabel: 'plaats',
};
