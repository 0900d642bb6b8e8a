/**
 * Sentences of invented news, one list per language: the first two entries are several sentences each, the last ones are short.
 * Written for these tests.
 */
export const texts: Readonly<Record<string, readonly string[]>> = {
  en: [
    'The café on Pier Street closed on Friday after thirty years – its owner, Zoë Naïr, said the rent had doubled. “We couldn’t go on,” she told customers. The council says it will look for a new tenant before the summer.',
    'A ferry with 140 passengers had to turn back yesterday because of fog. Nobody was hurt. The next one leaves at 6 o’clock, and tickets cost £4.50 as before.',
    'It’s the first time the façade has been cleaned.',
  ],
  de: [
    'Die Straßenbahn fährt ab Montag wieder über die Brücke. Während der Arbeiten mussten die Fahrgäste größere Umwege in Kauf nehmen. Der Bürgermeister sprach von einem schönen Tag für die ganze Stadt und dankte den Bauarbeitern für ihre Geduld.',
    'Im Süden des Landes hat es in der Nacht geschneit. Auf den Straßen kam es zu mehreren Unfällen, verletzt wurde niemand. Für das Wochenende erwarten die Meteorologen weitere Schneefälle.',
    'Die Bäckerei schließt für immer.',
  ],
  fr: [
    'La mairie a décidé de rouvrir le marché couvert dès le mois de février. Les commerçants, qui avaient protesté à plusieurs reprises, se sont déclarés soulagés. « Nous étions à bout », a expliqué l’une d’entre eux devant les caméras.',
    'Un incendie s’est déclaré hier soir dans un entrepôt situé près de la gare. Les pompiers ont maîtrisé les flammes en moins de deux heures. Aucun blessé n’est à déplorer.',
    'La fête aura lieu malgré la pluie.',
    'Le théâtre reste fermé jusqu’à l’été.',
  ],
  es: [
    'El ayuntamiento anunció ayer que la línea de autobús llegará también al barrio más alejado. Los vecinos llevaban años pidiéndolo. ¿Cuándo empezará el servicio? Según la alcaldesa, a principios del próximo año.',
    'Una tormenta dejó sin luz a más de mil hogares durante la noche. Los técnicos trabajaron hasta la mañana para reparar las líneas. No hubo heridos, señaló la compañía.',
    'La exposición abrirá también los domingos por la mañana.',
  ],
  pt: [
    'A câmara municipal aprovou na segunda-feira o projeto da nova biblioteca. A construção deve começar antes do verão e durar dois anos. Os moradores dizem que a região não tinha nenhum espaço público para os jovens.',
    'Uma avaria no sistema de água deixou várias ruas sem abastecimento durante a manhã. A situação já está normalizada, informou a empresa. As causas ainda são desconhecidas.',
    'A exposição começa amanhã às dez horas.',
  ],
  it: [
    'Il sindaco ha annunciato che la piazza sarà chiusa al traffico già da lunedì. I negozianti sono divisi: c’è chi teme di perdere clienti e chi spera nel contrario. Perché la decisione sia definitiva serve però il voto del consiglio.',
    'Un temporale ha colpito la città nella notte tra sabato e domenica. Gli alberi caduti sono più di cento, ma per fortuna non ci sono feriti. La viabilità tornerà normale entro la settimana.',
    'Il museo riapre, ma la biblioteca resterà chiusa fino a martedì: così è deciso.',
  ],
  nl: [
    'De gemeente heeft besloten om de oude brug te vervangen. Het werk begint in het voorjaar en duurt naar verwachting anderhalf jaar. Volgens de wethouder is er geen andere mogelijkheid, omdat het staal te zwak is geworden; reparatie zou even duur zijn. De financiële gevolgen zijn nog niet bekend.',
    'Bij een brand in een café in het centrum zijn gisteravond twee mensen gewond geraakt. De oorzaak wordt onderzocht. Omwonenden moesten hun huizen tijdelijk verlaten.',
    'De bakker op de hoek stopt ermee, na veertig jaar.',
  ],
  sv: [
    'Kommunen har beslutat att bygga en ny skola på norra sidan av ån. Arbetet börjar i höst och beräknas ta två år. Föräldrarna i området är glada över beslutet, men några tycker att det tog för lång tid.',
    'En färja körde på grund i går kväll utanför kusten. Alla passagerare kunde hämtas i land och ingen skadades. Orsaken är ännu inte känd.',
    'Bageriet stänger för gott efter fyrtio år.',
  ],
  no: [
    'Kommunen har bestemt at den gamle broen skal rives. Arbeidet begynner i høst og vil ta to år. Mange av dem som bor i nærheten, er glade for at det endelig skjer noe, men noen frykter støyen.',
    'En ferge gikk på grunn utenfor kysten i går kveld. Alle passasjerene ble hentet i land, og ingen kom til skade. Politiet vet ennå ikke hva som skjedde.',
    'Bakeriet må stenge etter førti år, sier eieren.',
  ],
  da: [
    'Kommunen har besluttet, at den gamle bro skal rives ned. Arbejdet begynder til efteråret og kommer til at tage to år. Mange af dem, der bor i nærheden, er glade for, at der endelig sker noget, men nogle frygter støjen.',
    'En færge gik på grund ud for kysten i går aftes. Alle passagerer blev hentet i land, og ingen kom noget til. Politiet ved endnu ikke, hvad årsagen er.',
    'Bageriet må lukke efter fyrre år, siger ejeren, og det er hun ked af.',
  ],
  fi: [
    'Kaupunki päätti maanantaina, että vanha silta korjataan ensi kesän aikana. Työt kestävät noin kaksi vuotta. Asukkaat ovat tyytyväisiä, mutta pelkäävät, että liikenne siirtyy kapeille kaduille.',
    'Myrsky katkaisi sähköt yli tuhannesta kodista viime yönä. Viat saatiin korjattua aamuun mennessä, eikä kukaan loukkaantunut. Sää on tänään jo tyyntynyt.',
    'Leipomo sulkee ovensa, mutta kahvila jää.',
  ],
  is: [
    'Bæjarstjórnin ákvað á mánudag að gamla brúin verði rifin næsta sumar. Íbúarnir eru ánægðir með það en óttast að umferðin verði þung. Það er ekki vitað hvað verkið mun kosta.',
    'Ferjan sneri við í gær vegna þoku. Enginn meiddist og farþegarnir gistu í skólanum um nóttina. Það var í þriðja sinn í vetur.',
    'Bakaríið lokar eftir fjörutíu ár.',
  ],
  pl: [
    'Władze miasta ogłosiły w poniedziałek, że stary most zostanie zamknięty jeszcze przed zimą. Mieszkańcy skarżą się, że nikt ich o zdanie nie pytał. Jak mówi burmistrz, nie było innego wyjścia, bo stal jest już za słaba.',
    'W nocy z soboty na niedzielę nad regionem przeszła burza. Strażacy wyjeżdżali ponad sto razy, ale na szczęście nikt nie został ranny. Prąd wróci najpóźniej jutro wieczorem.',
    'Piekarnia na rogu zostaje zamknięta.',
    'Źródło bije się w święto.',
  ],
  cs: [
    'Město oznámilo, že starý most bude uzavřen ještě před zimou. Lidé si stěžují, že se jich nikdo na nic neptal. Podle starostky ale jiná možnost nebyla, protože ocel je už příliš slabá.',
    'V noci na neděli přešla přes kraj silná bouřka. Hasiči vyjížděli více než stokrát, nikdo však nebyl zraněn. Elektřina by měla být obnovena do zítřka.',
    'Pekařství na rohu končí po čtyřiceti letech.',
  ],
  sk: [
    'Mesto oznámilo, že starý most bude uzavretý ešte pred zimou. Ľudia sa sťažujú, že sa ich nikto na nič nepýtal. Podľa primátorky však iná možnosť nebola, pretože oceľ je už príliš slabá.',
    'V noci na nedeľu prešla cez kraj silná búrka. Hasiči vyrazili viac ako stokrát, nikto však nebol zranený. Elektrina by mala byť obnovená do zajtra.',
    'Pekáreň na rohu sa po štyridsiatich rokoch zatvára.',
  ],
  hu: [
    'A városi tanács hétfőn úgy döntött, hogy a régi hidat még a tél előtt lezárják. A lakók szerint senki sem kérdezte meg őket. A polgármester azt mondta, hogy más megoldás nem volt, mert az acél már túl gyenge.',
    'Szombat éjjel erős vihar vonult át a megyén. A tűzoltókat több mint százszor riasztották, de szerencsére senki sem sérült meg. Az áram legkésőbb holnap este visszatér.',
    'Bezár a sarki pékség negyven év után, és ez nem tréfa.',
  ],
  hr: [
    'Gradsko vijeće odlučilo je da će se stari most zatvoriti još prije zime. Stanari se žale da ih nitko nije ništa pitao. Gradonačelnica kaže da drugog rješenja nije bilo jer je čelik već preslab.',
    'U noći na nedjelju preko županije je prošla oluja. Vatrogasci su izašli više od sto puta, ali nitko nije ozlijeđen. Struja će se vratiti najkasnije do sutra.',
    'Pekara na uglu zatvara se nakon četrdeset godina, kaže vlasnica.',
  ],
  ro: [
    'Primăria a anunţat că podul vechi va fi închis înainte de iarnă. Locuitorii se plâng că nu i-a întrebat nimeni nimic. Primarul spune că nu a existat altă soluţie, pentru că oţelul este deja prea slab.',
    'O furtună puternică a trecut peste judeţ în noaptea de sâmbătă spre duminică. Pompierii au ieşit de peste o sută de ori, dar nimeni nu a fost rănit. Curentul va reveni până mâine.',
    'Brutăria din colţ se închide după patruzeci de ani.',
  ],
  ru: [
    'Городской совет решил закрыть старый мост ещё до начала зимы. Жители жалуются, что их никто не спросил. По словам мэра, другого выхода не было: сталь уже слишком слабая.',
    'В ночь на воскресенье над областью прошла сильная гроза. Пожарные выезжали больше ста раз, но никто не пострадал. Электричество обещают вернуть до завтрашнего вечера.',
    'Пекарня на углу закрывается после сорока лет работы.',
    'Мост снова открыт.',
  ],
  uk: [
    'Міська рада вирішила закрити старий міст ще до початку зими. Мешканці скаржаться, що їх ніхто не питав. За словами міської голови, іншого виходу не було: сталь уже заслабка.',
    'У ніч на неділю над областю пройшла сильна гроза. Пожежники виїжджали понад сто разів, але ніхто не постраждав. Електрику обіцяють повернути до завтрашнього вечора.',
    'Пекарня на розі зачиняється після сорока років.',
  ],
  bg: [
    'Общинският съвет реши да затвори стария мост още преди зимата. Жителите се оплакват, че никой не ги е питал. Според кмета друг изход не е имало, защото стоманата вече е твърде слаба.',
    'В нощта срещу неделя над областта премина силна буря. Пожарникарите излизаха повече от сто пъти, но никой не е пострадал. Токът ще бъде върнат до утре.',
    'Пекарната на ъгъла затваря след четиридесет години.',
  ],
  sr: [
    'Градско веће одлучило је да се стари мост затвори још пре зиме. Људи се жале да их нико није ништа питао. Градоначелница каже да другог решења није било, јер је челик већ сувише слаб.',
    'У ноћи на недељу преко округа је прошла олуја. Ватрогасци су излазили више од сто пута, али нико није повређен. Струја ће се вратити најкасније до сутра.',
    'Пекара на углу се затвара после четрдесет година.',
  ],
  el: [
    'Το δημοτικό συμβούλιο αποφάσισε να κλείσει την παλιά γέφυρα πριν από τον χειμώνα. Οι κάτοικοι παραπονιούνται ότι κανείς δεν τους ρώτησε. Σύμφωνα με τη δήμαρχο, άλλη λύση δεν υπήρχε.',
    'Ισχυρή καταιγίδα πέρασε τη νύχτα από την περιοχή. Οι πυροσβέστες βγήκαν πάνω από εκατό φορές, αλλά κανείς δεν τραυματίστηκε. Το ρεύμα θα επιστρέψει μέχρι αύριο.',
    'Ο φούρνος της γωνίας κλείνει μετά από σαράντα χρόνια.',
  ],
  tr: [
    'Belediye meclisi eski köprünün kıştan önce kapatılmasına karar verdi. Mahalle sakinleri kimsenin kendilerine bir şey sormadığını söylüyor. Başkana göre başka çare yoktu, çünkü çelik artık çok zayıf.',
    'Cumartesi gecesi bölgede şiddetli bir fırtına yaşandı. İtfaiye yüzden fazla kez çağrıldı, ancak yaralanan olmadı. Elektriğin en geç yarın akşam geleceği açıklandı.',
    'Köşedeki fırın kırk yıl sonra kapanıyor.',
  ],
  he: [
    'מועצת העיר החליטה לסגור את הגשר הישן עוד לפני החורף. התושבים מתלוננים שאיש לא שאל אותם. לדברי ראשת העיר לא הייתה ברירה אחרת, כי הפלדה כבר חלשה מדי.',
    'סערה חזקה עברה באזור במוצאי שבת. הכבאים יצאו יותר ממאה פעם, אבל איש לא נפגע. החשמל יחזור עד מחר בערב, כך אמרו בחברה.',
    'המאפייה בפינה נסגרת אחרי ארבעים שנה.',
  ],
  ar: [
    'قرر مجلس المدينة إغلاق الجسر القديم قبل بداية الشتاء. ويقول السكان إن أحدا لم يسألهم عن رأيهم. وقالت رئيسة البلدية إنه لم يكن هناك حل آخر لأن الفولاذ أصبح ضعيفا جدا.',
    'مرت عاصفة قوية على المنطقة في الليل. وخرج رجال الإطفاء أكثر من مئة مرة، لكن لم يصب أحد بأذى. ومن المتوقع أن تعود الكهرباء إلى البيوت غدا.',
    'المخبز في الزاوية يغلق أبوابه بعد أربعين عاما.',
  ],
  lt: [
    'Miesto taryba nusprendė, kad senasis tiltas bus uždarytas dar prieš žiemą. Gyventojai skundžiasi, kad jų niekas neklausė. Pasak merės, kitos išeities nebuvo, nes plienas jau per silpnas.',
    'Naktį į sekmadienį per apskritį praūžė stipri audra. Ugniagesiai vyko daugiau kaip šimtą kartų, bet niekas nenukentėjo. Elektra turėtų grįžti iki rytojaus.',
    'Kepykla ant kampo užsidaro po keturiasdešimties metų.',
  ],
  lv: [
    'Pilsētas dome nolēma, ka vecais tilts tiks slēgts vēl pirms ziemas. Iedzīvotāji sūdzas, ka viņiem neviens neko nav jautājis. Pēc mēra teiktā, citas izejas nebija, jo tērauds jau ir pārāk vājš.',
    'Naktī uz svētdienu pār novadu pārgāja stipra vētra. Ugunsdzēsēji izbrauca vairāk nekā simt reižu, bet neviens netika ievainots. Elektrība atgriezīsies līdz rītdienai.',
    'Maiznīca uz stūra tiek slēgta pēc četrdesmit gadiem.',
  ],
  et: [
    'Linnavolikogu otsustas, et vana sild suletakse veel enne talve. Elanikud kurdavad, et keegi ei küsinud neilt midagi. Linnapea sõnul ei olnud muud võimalust, sest teras on juba liiga nõrk.',
    'Ööl vastu pühapäeva läks üle maakonna tugev äike. Päästjad sõitsid välja üle saja korra, kuid keegi viga ei saanud. Elekter peaks tagasi tulema homseks.',
    'Nurgapealne pagariäri suletakse pärast nelikümmend aastat, kuid kohvik jääb.',
  ],
  vi: [
    'Hội đồng thành phố quyết định đóng cửa cây cầu cũ trước mùa đông. Người dân phàn nàn rằng không ai hỏi ý kiến của họ. Theo thị trưởng, không có cách nào khác vì thép đã quá yếu.',
    'Một cơn bão mạnh đã đi qua khu vực này trong đêm. Lính cứu hỏa được gọi hơn một trăm lần, nhưng không có ai bị thương. Điện sẽ có trở lại vào ngày mai.',
    'Tiệm bánh ở góc phố đóng cửa sau bốn mươi năm.',
  ],
  ja: [
    '市議会は月曜日、古い橋を冬の前に閉鎖することを決めた。住民からは「誰も意見を聞きに来なかった」という不満の声が上がっている。市長によると、鋼材が弱くなっており、ほかに方法はなかったという。',
    '土曜日の夜、県内を強い嵐が通り過ぎた。消防は百回以上出動したが、けが人はいなかった。停電は明日の夕方までに復旧する見込みだ。',
    '角のパン屋が四十年の歴史に幕を閉じる。',
    '橋が再び開通した。',
  ],
  ko: [
    '시의회는 월요일에 오래된 다리를 겨울이 오기 전에 폐쇄하기로 결정했다. 주민들은 아무도 의견을 묻지 않았다고 불평한다. 시장은 강철이 이미 너무 약해져서 다른 방법이 없었다고 말했다.',
    '토요일 밤 강한 폭풍이 이 지역을 지나갔다. 소방관들은 백 번 넘게 출동했지만 다친 사람은 없었다. 전기는 내일 저녁까지 다시 들어올 예정이다.',
    '모퉁이의 빵집이 사십 년 만에 문을 닫는다.',
    '다리가 다시 열렸다.',
  ],
  zh: [
    '市议会星期一决定，在冬天到来之前关闭这座旧桥。居民抱怨说，没有人问过他们的意见。市长表示，钢材已经太弱，没有别的办法。',
    '星期六夜里，一场强烈的风暴经过这个地区。消防队出动了一百多次，但是没有人受伤。电力预计明天晚上之前恢复。',
    '街角的面包店开了四十年，现在要关门了。',
    '大桥重新开放。',
  ],
  'zh-Hant': [
    '市議會星期一決定，在冬天到來之前關閉這座舊橋。居民抱怨說，沒有人問過他們的意見。市長表示，鋼材已經太弱，沒有別的辦法。',
    '星期六夜裡，一場強烈的風暴經過這個地區。消防隊出動了一百多次，但是沒有人受傷。電力預計明天晚上之前恢復。',
    '街角的麵包店開了四十年，現在要關門了。',
    '大橋重新開放。',
  ],
  th: [
    'สภาเทศบาลมีมติในวันจันทร์ให้ปิดสะพานเก่าก่อนฤดูหนาว ชาวบ้านบ่นว่าไม่มีใครมาถามความเห็นของพวกเขา นายกเทศมนตรีกล่าวว่าไม่มีทางเลือกอื่น เพราะเหล็กอ่อนเกินไปแล้ว',
    'พายุแรงพัดผ่านพื้นที่ในคืนวันเสาร์ เจ้าหน้าที่ดับเพลิงออกปฏิบัติงานมากกว่าร้อยครั้ง แต่ไม่มีผู้ได้รับบาดเจ็บ ไฟฟ้าจะกลับมาใช้ได้ภายในวันพรุ่งนี้',
    'ร้านขนมปังที่หัวมุมถนนปิดตัวลงหลังเปิดมาสี่สิบปี',
  ],
  id: [
    'Dewan kota memutuskan pada hari Senin bahwa jembatan lama akan ditutup sebelum musim hujan. Warga mengeluh karena tidak ada yang menanyakan pendapat mereka. Menurut wali kota, tidak ada jalan lain karena bajanya sudah terlalu lemah.',
    'Badai kuat melanda daerah itu pada malam Minggu. Petugas pemadam dipanggil lebih dari seratus kali, tetapi tidak ada yang terluka. Listrik akan kembali menyala besok.',
    'Toko roti di sudut jalan itu akan ditutup setelah empat puluh tahun.',
  ],
  hi: [
    'नगर परिषद ने सोमवार को फैसला किया कि पुराना पुल सर्दी से पहले बंद कर दिया जाएगा। लोगों की शिकायत है कि किसी ने उनसे कुछ नहीं पूछा। महापौर का कहना है कि और कोई रास्ता नहीं था, क्योंकि इस्पात बहुत कमज़ोर हो चुका है।',
    'शनिवार की रात इलाके में तेज़ आँधी आई। दमकल को सौ से ज़्यादा बार बुलाया गया, लेकिन कोई घायल नहीं हुआ। बिजली कल तक लौट आएगी।',
    'नुक्कड़ की बेकरी चालीस साल के बाद बंद हो रही है।',
  ],
  fa: [
    'شورای شهر روز دوشنبه تصمیم گرفت که پل قدیمی را پیش از زمستان ببندد. مردم می‌گویند که کسی از آنها نپرسیده است. به گفته شهردار راه دیگری نبود، چون فولاد پل خیلی ضعیف شده است.',
    'توفان شدیدی شب یکشنبه از این منطقه گذشت. آتش‌نشانان بیش از صد بار بیرون رفتند، اما کسی آسیب ندید. برق تا فردا شب برمی‌گردد.',
    'نانوایی سر کوچه پس از چهل سال بسته می‌شود و این پایان یک دوره است.',
  ],
  ur: [
    'شہری کونسل نے پیر کو فیصلہ کیا ہے کہ پرانا پل سردیوں سے پہلے بند کر دیا جائے گا۔ لوگوں کا کہنا ہے کہ ان سے کسی نے نہیں پوچھا۔ میئر کے مطابق اور کوئی راستہ نہیں تھا۔',
    'ہفتے کی رات علاقے میں تیز طوفان آیا۔ فائر بریگیڈ کو سو سے زیادہ بار بلایا گیا لیکن کوئی زخمی نہیں ہوا۔ بجلی کل تک واپس آ جائے گی۔',
    'نکڑ کی بیکری چالیس سال کے بعد بند ہو رہی ہے۔',
  ],
  ca: [
    'L’ajuntament ha decidit que el pont vell es tancarà abans de l’hivern. Els veïns es queixen que ningú no els ha preguntat res. Segons l’alcaldessa, no hi havia cap altra solució perquè l’acer ja és massa feble.',
    'Una tempesta forta va passar per la comarca durant la nit. Els bombers van sortir més de cent vegades, però ningú no va prendre mal. El corrent tornarà demà.',
    'El forn de la cantonada tanca després de quaranta anys.',
  ],
  sl: [
    'Mestni svet je sklenil, da bodo stari most zaprli še pred zimo. Prebivalci se pritožujejo, da jih nihče ni nič vprašal. Po besedah županje druge rešitve ni bilo, ker je jeklo že prešibko.',
    'V noči na nedeljo je čez pokrajino šla močna nevihta. Gasilci so šli na teren več kot stokrat, vendar ni bil nihče poškodovan. Elektrika se bo vrnila do jutri.',
    'Pekarna na vogalu se zapira po štiridesetih letih.',
  ],
};
