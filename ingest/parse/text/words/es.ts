import type { LanguageWords } from './types.ts';

export const es: LanguageWords = {
  months:
    'enero/ene|febrero/feb|marzo/mar|abril/abr|mayo/may|junio/jun|julio/jul|agosto/ago/agto|septiembre/setiembre/sept/sep/set|octubre/oct|noviembre/nov|diciembre/dic',
  weekdays: 'lunes/lun|martes/mar|miércoles/mié|jueves/jue|viernes/vie|sábado/sáb|domingo/dom',
  by: 'por|de|autor|autora|autores|escrito por|redactado por|texto|texto de|publicado por|una crónica de|un reportaje de|texto y fotos|firma|periodista|redacción|entrevista de|reporta',
  published:
    'publicado|publicado el|publicada|fecha|fecha de publicación|el|creado|creado el|publicado en|publicación|este artículo es del|este artículo es de|este artículo fue publicado el|del|actualidad',
  updated:
    'actualizado|actualizado el|actualizada|actualizado a las|última actualización|última actualización el|actualización|modificado|modificado el|última modificación|act|actualizado al',
  dateWords: 'a|las|la|de|del|el|h|hrs|horas|hora|hs|edición|número|gmt',
  advert:
    'publicidad|anuncio|anuncios|patrocinado|contenido patrocinado|continúa leyendo|sigue leyendo|seguir leyendo|continuar leyendo|continúa después de la publicidad|publicidad continúa leyendo|sigue leyendo después de la publicidad|ver más|espacio publicitario|la noticia continúa después|continúa abajo|remitido',
  more: 'lea también|lee también|lea además|lea más|leer más|lee más|leer también|te puede interesar|te recomendamos|le puede interesar|le recomendamos|también te puede interesar|puedes leer|puede leer|vea también|ver también|vea|mira también|mire también|más información|más sobre|relacionado|relacionada|noticia relacionada|noticias relacionadas|nota relacionada|artículo relacionado|además|video|vídeo|en imágenes|en video|en fotos|sigue leyendo|conozca|consulte|no te pierdas|no se pierda|recomendado|recomendamos|siga leyendo',
  after:
    'más información|te puede interesar|también te puede interesar|le puede interesar|lo más leído|las más leídas|lo más visto|los más leídos|más leídas|más leídos|más leído|lo más comentado|lo último|lo más nuevo|últimas noticias|última hora|noticias relacionadas|artículos relacionados|notas relacionadas|contenido relacionado|relacionados|relacionadas|más noticias|más noticias de|más sobre|más en|temas relacionados|archivado en|otras noticias|otros artículos|recomendados|recomendado|recomendaciones|recomendado para ti|en portada|comentarios|comentario|deja un comentario|dejar un comentario|deja tu comentario|escribe un comentario|escribir un comentario|ver comentarios|opina|tu opinión|newsletter|newsletters|boletín|boletines|síguenos|síguenos en|comparte|comparte esta noticia|contacto|aviso legal|quiénes somos|temas|etiquetas|también en|no te pierdas|destacados|destacadas|tendencias|te recomendamos|siguiente|anterior|noticia siguiente|noticia anterior|se adhiere a los criterios de|normas|más para leer|lee también',
  buttons:
    'compartir|compartir en|comparte|compártelo|enviar|enviar por correo|enviar por email|correo|correo electrónico|imprimir|guardar|guardar artículo|copiar|copiar enlace|enlace copiado|escuchar|escuchar artículo|comentar|comentarios|inicio|menú|buscar|búsqueda|iniciar sesión|inicia sesión|acceder|entrar|registrarse|regístrate|suscribirse|suscríbete|mi cuenta|ir al contenido|saltar al contenido|volver|volver arriba|arriba|cerrar|abrir|seguir|siguiente|anterior|ampliar|tamaño de letra|regalar|me gusta|ver|portada|hemeroteca|newsletter|ver galería|ampliar imagen|opciones para compartir|mostrar|ocultar|contenido externo|mostrar contenido|aceptar|aceptar todo|rechazar|configurar|correo inválido|algo salió mal|artículo guardado|vídeo no disponible|ver vídeo|regala este artículo',
  comments: 'comentario|comentarios|opiniones|respuestas|reacciones|compartidos|vistas',
  minutes: 'min|mins|minuto|minutos',
  reading: 'tiempo de lectura|min de lectura|minutos de lectura|lectura|lectura de|lectura estimada|lectura min',
  plea: 'suscríbete|suscríbase|regístrate|regístrese|síguenos|sigue|siga|únete|únase|descarga|descargue|recibe|reciba|haz clic|haga clic|pincha|clic aquí|apoya|apóyanos|apúntate|inscríbete|entérate|infórmate|consulta|consulte|descubre|quieres|si quieres|tu correo|su correo|utilizamos cookies|este sitio|esta web|usamos cookies|al continuar|toda la información|toda la actualidad|todas las noticias|lee todas|escríbenos|envíanos|contáctanos|comparte|gracias por leer|puedes seguir|puede seguir|para seguir leyendo|accede|hazte|no te pierdas|escucha|mantente|las noticias más|este artículo es|contenido exclusivo|exclusivo para suscriptores|solo para suscriptores|ya eres suscriptor|ya es suscriptor|al suscribirte|al registrarte|al hacer clic|has llegado|te gustó|te ha gustado|tienes alguna|tiene alguna|envía|envíe|escribe a|escriba a|mándanos|conoce todas|participa|deja tu|únete a|crea tu cuenta|prueba|disfruta|activa las',
  pleaWords:
    'newsletter|newsletters|boletín|boletines|suscríbete|suscripción|suscriptores|suscriptor|regístrate|app|aplicación|descarga|descargar|canal|canales|correo|email|cookies|gratis|notificaciones|alertas|síguenos|redes sociales|aquí|clic|apoya|donación|socio|oferta|web|noticias|actualidad|última hora|podcast|contacto|lectores|página|perfil|acepta|aceptar|consentimiento|bandeja|exclusivo|exclusiva|por mes|prueba gratis|cuenta|términos|privacidad|suscribirte|registro|boletín diario|comentario|redacción|historia|sugerencia',
  photo:
    'foto|fotos|fotografía|fotografías|fotógrafo|imagen|imágenes|archivo|foto de archivo|imagen de archivo|crédito|créditos|cortesía|ilustración|infografía|captura|captura de pantalla|gráfico|mapa|gentileza|vídeo|video|cedida',
  caption: 'pie de foto|foto|imagen|leyenda|fotografía|imagen de archivo',
  rights:
    'todos los derechos reservados|derechos reservados|prohibida la reproducción|prohibida su reproducción|reproducción|queda prohibida|se prohíbe|aviso legal|política de privacidad|política de cookies|términos y condiciones|condiciones de uso|copyright',
  tags: 'etiquetas|temas|tema|archivado en|palabras clave|tags|más sobre|categoría|categorías|sección|secciones|relacionado con|en este artículo|claves',
  source:
    'fuente|fuentes|publicado originalmente en|publicado originalmente por|este artículo fue publicado originalmente en|este artículo fue publicado originalmente por|este artículo se publicó originalmente en|este artículo se publicó por primera vez en|este artículo apareció originalmente en|este artículo apareció por primera vez en|este texto se publicó originalmente en|artículo original|original|enlace|url|tomado de|con información de|publicado en|este artículo se publicó en|este texto se publicó en|este reportaje se publicó en|publicado en la edición impresa|una versión de este artículo se publicó en',
  end: 'fin|fin de la noticia|final',
  notes:
    'nota a los editores|notas a los editores|nota para editores|nota de la redacción|nota del editor|contacto de prensa|contacto|contactos|para más información|sobre|información de contacto|fe de errores|editores|nota a editores|atención editores|contacto para prensa|nota',
  author:
    'sobre el autor|sobre la autora|sobre los autores|acerca del autor|acerca de la autora|el autor|la autora|biografía|sobre la firma|quién es|sobre la periodista|sobre el periodista',
  credits:
    'con información de|reporte de|reporte adicional de|editado por|edición de|traducido por|traducción de|con la colaboración de|redacción de|escrito por|información adicional de|con aportes de|reportaje de',
  roles:
    'corresponsal|corresponsales|redactor|redactora|periodista|enviado|enviada|especial|editor|editora|reportero|reportera|columnista|colaborador|colaboradora|director|directora|jefe|jefa|redacción|analista|agencia|cronista|escritor|escritora|fotógrafo|profesor|profesora',
  newsroom:
    'redacción|agencias|agencia|la redacción|corresponsal|nuestro corresponsal|de nuestro corresponsal|enviado especial|redacción digital|redacción web|agencias internacionales|equipo de redacción|servicios|servicio especial',
  embargo: 'embargo|embargado|embargado hasta|bajo embargo',
  and: 'y|e|con',
  headline: 'título|titular|titulo',
  placeLabel: 'lugar',
};
