import type { LanguageWords } from './types.ts';

export const pt: LanguageWords = {
  months:
    'janeiro/jan|fevereiro/fev|março/mar|abril/abr|maio/mai|junho/jun|julho/jul|agosto/ago|setembro/set|outubro/out|novembro/nov|dezembro/dez',
  weekdays:
    'segunda/segunda feira/seg|terça/terça feira/ter|quarta/quarta feira/qua|quinta/quinta feira/qui|sexta/sexta feira/sex|sábado/sáb|domingo/dom',
  by: 'por|de|da|texto|texto de|autor|autora|autores|escrito por|publicado por|reportagem|reportagem de|redação|colunista|postado por|um texto de|texto por',
  published:
    'publicado|publicado em|publicada|publicada em|data|data de publicação|em|postado em|criado em|publicação|publicado a|publicado às|este artigo é de|esta reportagem é de|publicado no dia|de',
  updated:
    'atualizado|atualizado em|atualizada|atualizada em|atualizado às|atualizado há|última atualização|última atualização em|última modificação|atualização|modificado em|actualizado|actualizado em|última actualização|editado em',
  dateWords: 'às|as|à|a|de|do|h|horas|hora|em|edição|min|no|na|dia|feira',
  advert:
    'publicidade|anúncio|anúncios|patrocinado|conteúdo patrocinado|continua após a publicidade|continua depois da publicidade|continua após publicidade|pub|continue lendo|continuar a ler|continua depois do anúncio|informe publicitário|publieditorial|leia mais abaixo|ver mais',
  more: 'leia também|leia mais|leia ainda|leia|ler mais|ler também|veja também|veja|veja mais|vejam|saiba mais|assista|assista também|relacionado|relacionada|relacionadas|notícia relacionada|notícias relacionadas|mais|mais sobre|confira|confira também|entenda|vídeo|ouça|ouça também|fotos|recomendado|recomendamos|a não perder|continue lendo|clique aqui|para saber mais',
  after:
    'leia também|leia mais|veja também|mais lidas|as mais lidas|mais lidos|mais vistas|mais populares|mais comentadas|o mais lido|últimas notícias|últimas|notícias relacionadas|artigos relacionados|conteúdo relacionado|relacionadas|relacionados|mais notícias|mais sobre|mais em|mais de|outras notícias|outros artigos|recomendado|recomendados|recomendado para você|recomendadas|recomendamos|destaques|em destaque|em alta|tendências|você pode gostar|você também pode gostar|talvez você goste|pode interessar|pode gostar|também poderá gostar|comentários|comentário|comentar|deixe um comentário|deixe seu comentário|deixar um comentário|escreva um comentário|newsletter|newsletters|siga nos|siga|redes sociais|compartilhe|contato|contacto|fale conosco|quem somos|assuntos|tópicos|temas|tags|próxima|anterior|próxima notícia|notícia anterior|saiba mais|notas de rodapé|expediente|leia a seguir|a seguir|sugestões|do mesmo autor',
  buttons:
    'compartilhar|compartilhe|compartilhe no|compartilhe via|compartilhar no|partilhar|partilhe|partilhar no|enviar|enviar por email|email|e mail|imprimir|salvar|guardar|copiar|copiar link|link copiado|ouvir|ouça|ouvir artigo|ouvir notícia|comentar|comente|início|home|menu|buscar|busca|pesquisar|entrar|login|iniciar sessão|assine|assinar|cadastre se|registar|minha conta|ir para o conteúdo|pular para o conteúdo|voltar|topo|fechar|abrir|seguir|siga|curtir|ampliar|tamanho da fonte|oferecer artigo|reportar erro|ver|próximo|anterior|aumentar fonte|diminuir fonte|assinantes|conteúdo externo|mostrar conteúdo|aceitar|aceitar tudo|rejeitar|configurações|artigo salvo|e mail inválido|algo deu errado|vídeo indisponível|presentear',
  comments: 'comentário|comentários|opiniões|respostas|reações|visualizações|partilhas|compartilhamentos',
  minutes: 'min|mins|minuto|minutos',
  reading:
    'tempo de leitura|min de leitura|minutos de leitura|leitura|leitura de|leitura estimada|tempo estimado de leitura',
  plea: 'assine|assine já|inscreva se|cadastre se|registe se|siga|siga nos|siga o|siga a|receba|baixe|descarregue|clique|clique aqui|participe|entre no|entre para|acompanhe|apoie|junte se|subscreva|quer|quer receber|seu e mail|o seu email|utilizamos cookies|usamos cookies|este site|ao continuar|ao navegar|todas as notícias|toda a informação|envie|fale conosco|mande|tem uma|tem alguma|para continuar lendo|já é assinante|faça parte|fique por dentro|torne se|veja mais notícias|saiba tudo|obrigado por|não perca|ouça|assista|conteúdo exclusivo|exclusivo para assinantes|este conteúdo é|ainda não é assinante|ao se inscrever|ao clicar|gostou|gostou da|você tem|viu algum|encontrou algum|deixe seu|comente|compartilhe|fale com|veja mais|leia mais notícias|confira mais|confira todas|ative as|crie sua conta|faça login|experimente|aproveite|quer ficar|fique ligado|assista aos',
  pleaWords:
    'newsletter|newsletters|assine|assinatura|assinante|assinantes|inscreva|cadastre|app|aplicativo|aplicação|baixe|canal|grupo|email|e mail|cookies|grátis|gratuita|gratuitamente|notificações|alertas|siga nos|redes sociais|clique|aqui|apoie|doação|oferta|site|notícias|informação|podcast|fale conosco|leitores|página|aceitar|consentimento|subscreva|caixa|por mês|conta|termos|privacidade|comentário|redação|sugestão|erro|denúncia|notícias da região',
  photo:
    'foto|fotos|fotografia|fotografias|fotógrafo|imagem|imagens|arquivo|arquivo pessoal|foto de arquivo|imagem de arquivo|crédito|créditos|cortesia|ilustração|reprodução|divulgação|infográfico|infografia|mapa|arte|acervo|foto de|dr',
  caption: 'legenda|foto|imagem',
  rights:
    'todos os direitos reservados|direitos reservados|proibida a reprodução|reprodução proibida|é proibida a reprodução|reprodução|termos de uso|política de privacidade|termos e condições|copyright|ficha técnica|ltda',
  tags: 'tags|tag|assuntos|assunto|tópicos|temas|palavras chave|etiquetas|categoria|categorias|mais sobre|tudo sobre|neste artigo|arquivado em|editoria',
  source:
    'fonte|fontes|publicado originalmente em|publicado originalmente por|publicado originalmente no|publicado originalmente na|este artigo foi publicado originalmente em|este artigo foi publicado originalmente no|este artigo foi publicado originalmente na|este texto foi publicado originalmente em|este texto foi publicado originalmente no|este texto foi publicado originalmente na|artigo original|original|com informações de|com informações da|com informações do|link|adaptado de|in|este artigo foi publicado em|esta reportagem foi publicada em|este texto foi publicado em|texto publicado em|publicado na edição impressa',
  end: 'fim',
  notes:
    'nota aos editores|notas aos editores|nota da redação|nota do editor|contato para imprensa|assessoria de imprensa|contato|contactos|contatos|para mais informações|mais informações|sobre|informações à imprensa|errata|nota|nota à imprensa',
  author: 'sobre o autor|sobre a autora|sobre os autores|o autor|a autora|quem escreve|biografia',
  credits:
    'com informações de|com informações da|com informações do|reportagem de|reportagem adicional de|edição de|editado por|tradução de|traduzido por|colaborou|colaboraram|com a colaboração de|texto de',
  roles:
    'repórter|repórteres|correspondente|enviado|enviada|especial|editor|editora|jornalista|colunista|redator|redatora|redação|redacção|colaborador|colaboradora|colaboração|diretor|diretora|agência|estagiário|estagiária|crítico|chefe|professor',
  newsroom:
    'redação|redacção|da redação|agências|agência|da reportagem|redação e agências|de agências|correspondente|enviado especial|da redacção|equipe|equipa|da reportagem local',
  embargo: 'embargo|embargado|sob embargo|embargado até',
  and: 'e|com',
  headline: 'título|manchete',
  placeLabel: 'local',
};
