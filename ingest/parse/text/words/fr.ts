import type { LanguageWords } from './types.ts';

export const fr: LanguageWords = {
  months:
    'janvier/janv/jan|février/févr/fév|mars|avril/avr|mai|juin|juillet/juil|août|septembre/sept|octobre/oct|novembre/nov|décembre/déc',
  weekdays: 'lundi/lun|mardi|mercredi/mer|jeudi/jeu|vendredi/ven|samedi/sam|dimanche/dim',
  by: 'par|auteur|auteure|auteurs|rédigé par|écrit par|texte|texte de|texte par|propos recueillis par|un article de|article de|article écrit par|publié par|posté par|signé|reportage de|une chronique de',
  published:
    'publié|publié le|publiée le|publié à|date|date de publication|paru le|mis en ligne|mis en ligne le|posté le|le|du|créé le|posté|diffusé le|article publié le|cet article date du|cet article a été publié le|première publication',
  updated:
    'mis à jour|mis à jour le|mise à jour|mise à jour le|dernière mise à jour|dernière mise à jour le|actualisé|actualisé le|modifié|modifié le|maj|maj le|màj|dernière modification',
  dateWords: 'à|le|la|de|du|h|heures|heure|min|er|er|édition|numéro|n',
  advert:
    'publicité|pub|publicités|annonce|annonces|contenu sponsorisé|sponsorisé|la suite après cette publicité|la suite après la publicité|suite après la publicité|lire la suite|continuer la lecture|la suite après|passer la publicité|contenu partenaire|en partenariat avec|voir plus',
  more: 'à lire aussi|lire aussi|à lire|a lire|lire|lisez aussi|lire également|à lire également|voir aussi|à voir aussi|regarder|à voir|écouter|à écouter|en savoir plus|sur le même sujet|notre dossier|notre article|dossier|relire|vidéo|en images|pour aller plus loin|lire la suite|article connexe|retrouvez|à découvrir|plus d informations',
  after:
    'sur le même sujet|sur le même thème|à lire aussi|lire aussi|lire également|les plus lus|le plus lu|articles les plus lus|les plus consultés|les plus partagés|les plus commentés|dans la même rubrique|dans la même catégorie|plus d articles|plus d actualités|à la une|à ne pas manquer|ne manquez pas|nos recommandations|recommandé pour vous|recommandés|vous aimerez aussi|vous pourriez aimer|vous pourriez aussi aimer|cela peut vous intéresser|ces articles peuvent vous intéresser|articles similaires|articles liés|articles associés|contenus sponsorisés|réagir|réagissez|commentaires|commentaire|ajouter un commentaire|laisser un commentaire|laissez un commentaire|poster un commentaire|vos réactions|voir les commentaires|newsletter|newsletters|suivez nous|nous suivre|partager cet article|mentions légales|nous contacter|contact|dernières actualités|dernières nouvelles|les dernières actualités|actualités|l actu en continu|en continu|thèmes|thématiques|mots clés|l essentiel|pour aller plus loin|dernière minute|tous nos articles|autres articles|article suivant|article précédent|voir aussi|populaires',
  buttons:
    'partager|partager sur|partagez|envoyer|envoyer par e mail|envoyer par mail|imprimer|enregistrer|ajouter à vos favoris|ajouter aux favoris|ajouter à mes favoris|favoris|copier|copier le lien|lien copié|écouter|écouter l article|commenter|accueil|menu|rechercher|recherche|se connecter|connexion|mon compte|s abonner|abonnez vous|s inscrire|s identifier|aller au contenu|aller au contenu principal|retour|haut de page|fermer|ouvrir|lire plus tard|offrir|offrir l article|offrir cet article|réagir|sauvegarder|agrandir|taille du texte|signaler|suivre|voir|à propos|plus|navigation|découvrir|contenu externe|afficher le contenu|charger le contenu|accepter|tout accepter|refuser|continuer sans accepter|paramétrer|article enregistré|e mail invalide|une erreur est survenue|écouter cet article|lecture zen|vidéo|voir la vidéo|partager l article',
  comments: 'commentaire|commentaires|réactions|réaction|réagir|partages|avis|vues',
  minutes: 'min|mn|minute|minutes',
  reading:
    'temps de lecture|min de lecture|minutes de lecture|lecture|lecture en|durée de lecture|lecture min|à lire en',
  plea: 'abonnez vous|inscrivez vous|recevez|suivez nous|suivez|rejoignez|rejoignez nous|téléchargez|cliquez|découvrez|retrouvez|soutenez|soutenez nous|profitez|connectez vous|restez informé|vous avez une information|vous souhaitez|votre adresse|votre e mail|nous utilisons des cookies|ce site utilise|en poursuivant|l essentiel de|toute l actualité|toute l actu|pour lire la suite|cet article est réservé|il vous reste|déjà abonné|pour ne rien manquer|ne manquez|envoyez nous|contactez nous|écrivez nous|merci|je m abonne|je m inscris|essayez|testez|faites un don|devenez|partagez|article réservé|réservé aux abonnés|essayez gratuitement|pas encore abonné|vous êtes abonné|la suite est réservée|pour continuer|ne manquez rien|en cliquant|en vous inscrivant|vous recevez|votre inscription|merci de|vous avez aimé|cet article vous a|participez|donnez votre avis|réagissez|signalez|une erreur|envie de|créez|identifiez vous|offre|votre e mail avec|votre adresse e mail|ce contenu est|ce contenu n est|pour voir ce contenu|en savoir plus',
  pleaWords:
    'newsletter|newsletters|lettre d information|abonnez|abonner|abonnement|abonnés|abonné|inscrivez|inscription|application|appli|télécharger|téléchargez|chaîne|e mail|mail|boîte mail|cookies|consentement|accepter|gratuit|gratuitement|notifications|alertes|alerte|suivez nous|cliquez|cliquez ici|ici|soutenez|don|dons|offre|offres|site|actualité|actualités|actu|podcast|contactez nous|écrivez nous|rejoignez|lecteurs|journal|par mois|1 €|sans engagement|compte|essai|dès 1|lettre|conditions|politique de confidentialité|rédaction|erreur|commentaire',
  photo:
    'photo|photos|photographie|photographies|photographe|image|images|crédit|crédits|crédit photo|crédits photo|archives|archive|photo d archives|photo d illustration|image d illustration|illustration|illustrations|capture d écran|dessin|infographie|carte|dr|légende',
  caption: 'légende|légende photo|photo|image|crédit photo',
  rights:
    'tous droits réservés|droits réservés|reproduction interdite|reproduction|toute reproduction|droits de reproduction|mentions légales|cgu|conditions générales|politique de confidentialité|copyright',
  tags: 'mots clés|mots clefs|tags|thèmes|thématiques|sujets|rubrique|rubriques|catégorie|catégories|dans cet article|étiquettes|plus sur|en savoir plus sur',
  source:
    'source|sources|publié dans|publié initialement dans|publié initialement sur|initialement publié dans|initialement publié sur|article paru dans|cet article est paru dans|cet article a été publié dans|cet article a été publié sur|cet article est initialement paru dans|cet article est d abord paru dans|paru dans|première publication dans|lien|adresse|article original|texte paru dans|cet article est extrait de',
  end: 'fin',
  notes:
    'note aux rédactions|notes aux rédactions|note de la rédaction|ndlr|contact presse|contacts presse|contact|contacts|à propos|note à la rédaction|informations complémentaires|pour plus d informations|note aux rédacteurs|à noter|rédactions',
  author:
    'à propos de l auteur|à propos de l auteure|l auteur|l auteure|les auteurs|biographie|qui est l auteur|sur l auteur|notre journaliste',
  credits:
    'avec|propos recueillis par|traduit par|traduction|traduction de|édité par|reportage|avec la contribution de|avec agences|avec agence|version française|rédaction|avec les agences|reportage de|enquête de|propos recueillis',
  roles:
    'journaliste|journalistes|correspondant|correspondante|envoyé|envoyée|spécial|spéciale|rédacteur|rédactrice|chef|rédaction|chroniqueur|chroniqueuse|reporter|éditorialiste|directeur|directrice|service|bureau|pigiste|stagiaire|professeur',
  newsroom:
    'la rédaction|rédaction|notre correspondant|notre correspondante|de notre correspondant|de notre correspondante|notre envoyé spécial|agences|avec agences|rédaction web|service politique|la rédaction web|le service société|de notre envoyé spécial',
  embargo: 'embargo|sous embargo|embargo jusqu',
  and: 'et|avec',
  headline: 'titre',
  placeLabel: 'lieu',
};
