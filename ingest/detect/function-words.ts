/** The commonest words of the languages that share a script, most telling ones rather than shared ones. */
const WORDS: Readonly<Record<string, string>> = {
  en: 'the and of to in that is was for it with as on be at by this have from or had not are but they which you were her she will one all would there their said has who been its more when he his an a',
  de: 'der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur bis mehr durch man sein wurde',
  fr: 'de la le et les des en un du une que est pour qui dans a par plus pas au sur ne se ce il sont avec son mais comme on sa ses été aux cette ont être deux leur fait même elle nous ou à d l qu n s c',
  es: 'de la que el en y a los se del las un por con no una su para es al lo como más o pero sus le ha me si sin sobre este ya entre cuando todo esta ser son dos también fue había era muy hasta desde',
  it: 'di e il la che in un a per è una del non sono da si con le i della al come più lo nel gli ha dei alla anche ma ci dal suo nella o questo delle su se era stato hanno cui sua essere',
  pt: 'de a o que e do da em um para com não uma os no se na por mais as dos como mas ao ele das à seu sua ou quando muito nos já eu também só pelo pela até isso ela entre era depois sem mesmo aos são foi',
  nl: 'de het een van en in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog uit wordt door over naar heeft hij ze werd of tot je was haar zich deze hun worden kan na ermee hoe geen tegen heb meer moet we jaar veel onder sinds tijdens zegt',
  pl: 'i w na z się nie do że to jest o jak a po co tak za od jego ale przez przy oraz są tym był może dla już które który ze tylko czy go jej ich lub było być',
  cs: 'a se v na je že s z do o i to za by ve k pro jako si ale po jsem jeho které který od není jen při také už ze tak ho než byl má aby bylo kde u před bude byli byla jsou když pod nad mezi podle let roku',
  sk: 'a sa v na je že s z do o aj to za by vo k pre ako si ale po jeho ktoré ktorý od nie len pri už zo tak ho než bol má aby bolo kde u pred bude boli bola sú keď pod nad medzi podľa rokov',
  sv: 'och i att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när efter också nu hon under där eller sin ska',
  no: 'og i det er på en å som til for av med at har ikke den de et var om seg jeg fra men han så vi kan når etter også nå hun under der eller sin skal ble bare',
  da: 'og i det er på en at som til for af med har ikke den de et var om sig jeg fra men han så vi kan når efter også nu hun under der eller sin skal blev kun',
  fi: 'ja on ei että oli se hän mutta joka kun ovat myös kuin niin sen mukaan tai jo vain vuoden mitä ole sitä jos siitä hänen sekä yli viime jälkeen ennen vielä kertoo nyt kanssa yön eikä tämä sitten vuotta olla alle',
  hu: 'a az és hogy nem is egy van meg csak volt de ez azt már mint el ha még vagy kell lesz után amely szerint',
  ro: 'de și în a la cu că nu o pe este din care un mai pentru au fost sa să al ce se lui ale ca prin după ei dar',
  tr: 've bir bu da de için ile olarak daha çok olan gibi en ne kadar sonra var değil ama o ya ki diye göre dedi oldu olduğu ise',
  id: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke karena tersebut bisa ada mereka lebih telah sudah saat oleh atau kata para setelah hari malam menurut sebelum belum tetapi namun kami kita jadi seperti',
  ms: 'yang dan di itu dengan untuk tidak ini dari dalam akan pada juga ke kerana tersebut boleh ada mereka lebih telah sudah ketika oleh atau kata beliau',
  vi: 'và của là có không được cho trong người một những với các đã này để khi ở từ đến về bà ông cũng như sẽ vào ra mà',
  ca: 'de la que i el en a les els un per amb no una del és al es se més com però han ha són aquest també després van havia hi ens perquè quan fins sobre seva seu molt anys segons durant aquesta abans',
  hr: 'i u je na se da za od su sa koji ne kao to iz će bi o što a ali po nakon uz kaže kako više još jer bio bila bilo nije biti te oko prije godina dana',
  sl: 'in je se da na za ki so ne v z po pa bi ga bo kot tudi ali s od še jih ni bil če iz do ko pri te lahko zelo več že letih pred ker kjer bilo bila sta sem smo bodo proti nad pod med zaradi let',
  lv: 'un ir ar no uz ka par tas kas bija ne pēc kā tika vai bet to jau pie gadu vēl līdz lai tā viņa būs jo arī',
  et: 'ja on ei et see oli ta kui mis ka aga oma ning kes siis või nii veel seda pole juba pärast enne kuid tema selle eest üle vastu välja juures järgi mitte kõik ole saab sai läks aastat alates vaid',
  is: 'og að í er á sem til við um en það var ekki með af fyrir þar hann hún eru verið þegar hafa verður eftir þess síðan',
  lt: 'ir kad yra su į iš tai kaip buvo o ne bet jau dar apie už per po nuo prie jos jų labai kur tačiau tik buvusi metų metais dėl taip',
  ru: 'и в не на что с по как это к из за от но он его так у же о для все бы она было только был уже при до если когда после лет снова под над без перед через этот эта эти их её ему ей мы вы сказал сказала может также более где чтобы',
  uk: 'і в не на що з та до як це за від у й його але про для є які він був вона під після також ще було',
  bg: 'срещу над никой вече повече пъти и на да се в за не от с е че по са като до си ще го това или но след години според през още само може има няма беше бяха както която който които към при',
  sr: 'и у је на се да за од су са који не као то из ће би о што после година која које због још само био била било није како рекао више код',
  be: 'і ў не на што з да як гэта за ад у але для ён пра было па яго',
  ar: 'في من على أن إلى عن مع هذا التي الذي هذه كان وقال لا ما بعد قبل كل بين أو إن وفي ولم قد منذ',
  fa: 'و در به از که این را با است برای آن یک خود تا بر هم نیز شد کرد می‌شود بود شده های می گفت شب روز پس پیش اما اگر همه چند کرده بیش باید سال پایان',
  ur: 'کے کی میں ہے اور سے کا کو نے پر کہ یہ ہیں بھی تھا ایک گیا',
  hi: 'के में की है और से का को ने पर यह कि एक भी हैं था लिए इस कर ही हो तो नहीं',
  mr: 'आहे आणि या च्या की ते हे व तर मात्र होते केली',
  ne: 'र छ को मा लाई पनि गरेको छन् भएको',
};

/** Which languages each word is common in. */
export const functionWords: ReadonlyMap<string, readonly string[]> = byWord();

function byWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const [language, words] of Object.entries(WORDS)) {
    for (const word of words.split(' ')) found.set(word, [...(found.get(word) ?? []), language]);
  }
  return found;
}
