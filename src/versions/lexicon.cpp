#include "versions/lexicon.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>
#include <string>
#include <utility>

#include "text/characters.h"
#include "text/fold.h"
#include "text/utf8.h"
#include "text/vocabulary.h"

namespace twicetold::versions {

namespace {

using enum Role;

/// One list of words, case folded, separated by spaces.
struct WordList {
    Role role;
    std::string_view words;
};

constexpr WordList english[] = {
    {source, "according"},
    {weekday, "monday tuesday wednesday thursday friday saturday sunday"},
    {calendar,
     "monday tuesday wednesday thursday friday saturday sunday january february april june july august "
     "september october november december jan feb "
     "apr jun jul aug sept oct nov dec today tomorrow yesterday tonight morning afternoon evening midnight "
     "noon midday weekend overnight dawn dusk "
     "mid-afternoon mid-morning lunchtime daybreak nightfall spring summer autumn winter christmas easter"},
    {calendar_unit,
     "day days week weeks month months year years decade decades century night nights hour hours minute "
     "minutes fortnight season"},
    {clock_unit, "a.m. p.m. am pm a.m p.m gmt bst edt cet utc o'clock"},
    {date_modifier,
     "last next this early earlier late later mid end beginning start since shortly soon past previous "
     "following coming ago notice earliest latest"},
    {numeral,
     "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
     "seventeen eighteen nineteen twenty thirty "
     "forty fifty sixty seventy eighty ninety hundred hundreds thousand thousands million millions billion "
     "billions trillion dozen dozens half halved "
     "third thirds quarter quarters twice thrice double doubled triple tripled percent per-cent first second "
     "fourth fifth sixth seventh eighth ninth tenth "
     "twenties thirties forties fifties sixties seventies eighties nineties once single pair couple score "
     "scores both"},
    {quantity, "some several many most few fewer majority minority all every various numerous handful"},
    {approximator,
     "about around roughly nearly almost approximately least over under more less than up some close "
     "estimated only barely just exactly many most "
     "virtually"},
    {negation, "not no never none nobody nothing neither nor without cannot"},
    {polarity,
     "denied denies deny denying withdrawn withdrew withdraw withdraws rejected rejects reject refused "
     "refuses refuse against "
     "disputed disputes dispute dismissed dismisses opposed opposes oppose retracted retracts refuted "
     "rebutted declined declines lacks lacked unable hardly scarcely"},
    {hedge,
     "may might could apparently appears appear appeared seems seem seemed reportedly allegedly alleged "
     "likely unlikely possibly possible probably "
     "perhaps maybe suspected suspects believed believes thought potentially presumably supposedly seemingly "
     "suggests suggest suggesting expected feared understood "
     "considered considering assessing investigating whether if rumoured rumored purported purportedly "
     "presumed unconfirmed unclear ostensibly arguably "
     "conceivably indicates indicate indications established determined definitely certainly clearly proven "
     "undoubtedly"},
    {saying,
     "said says say saying told tells tell stated states state added adds add according reported reports "
     "report announced announces announce declared explained "
     "explains noted notes wrote writes statement replied commented remarked learned quoted called asked "
     "adding responded reporters journalists press"},
    {loaded_saying,
     "claimed claims claim claiming insisted insists insist argued argue argues confirmed confirms confirm "
     "alleges allege alleged warned warns warn admitted admits admit acknowledged "
     "acknowledges conceded concedes suggested boasted complained maintained maintains asserted asserts "
     "accused accuses blamed blames vowed pledged promised "
     "contended contends testified revealed"},
    {speaker,
     "spokesman spokeswoman spokesperson source sources official officials witness witnesses police "
     "authorities prosecutor prosecutors "
     "spokespeople analysts experts investigators"},
    {pronoun, "he she it they him her them we i you his its their this that these those who"},
    {gender,
     "he she him her his hers himself herself man woman men women boy girl son daughter husband wife brother "
     "sister father mother mr mrs ms"},
    {future, "will shall won't 'll he'll she'll it'll they'll i'll we'll due going planned plans set"},
    {auxiliary,
     "is are was were be been being am has have had having do does did doing done will would shall should "
     "can isn't aren't wasn't weren't hasn't haven't hadn't "
     "it's he's she's that's there's i'm going i've we're we've they're they've now still also already yet "
     "again too remain remains remained became becomes become as so then there to of"},
    {article, "a an the"},
};

/// A word of every line in `is_boilerplate`.
constexpr WordList page_words[] = {
    {page,
     "updated developing breaking follow follows more check back read sign subscribe newsroom tips tip touch "
     "contact email e-mail send say click refresh agencies additional aktualisiert "
     "kürze folgen schreiben newsletter eilmeldung suivre actualisation jour agences afp abonnez-vous "
     "suivez-nous contactez-nous rédaction écrivez-nous actualizará actualizada desarrollo "
     "actualización ampliación última síguenos suscríbete agencias escríbanos póngase 速 続 更 随 詳"},
};

constexpr WordList german[] = {
    {source, "laut nach"},
    {weekday, "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag"},
    {calendar,
     "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar jänner februar märz mai "
     "juni juli august september oktober november "
     "dezember heute gestern morgen vorgestern übermorgen morgens abends nachts mittags vormittag vormittags "
     "nachmittag nachmittags abend montagmorgen montagabend dienstagmorgen "
     "dienstagabend mittwochmorgen mittwochabend donnerstagmorgen donnerstagabend freitagmorgen freitagabend "
     "samstagmorgen samstagabend sonntagmorgen "
     "sonntagabend montagnachmittag dienstagnachmittag mittwochnachmittag donnerstagnachmittag "
     "freitagnachmittag samstagnachmittag sonntagnachmittag montagvormittag "
     "dienstagvormittag mittwochvormittag donnerstagvormittag freitagvormittag samstagvormittag "
     "sonntagvormittag wochenende mitternacht frühjahr frühling sommer herbst winter wochenanfang "
     "jahresende"},
    {calendar_unit,
     "tag tage tagen woche wochen monat monate monaten jahr jahre jahren jahres stunde stunden minute "
     "minuten nacht"},
    {clock_unit, "uhr"},
    {date_modifier,
     "letzte letzten letzter nächste nächsten nächster kommenden kommende vergangenen vergangene vorige "
     "vorigen diese diesen dieser früh spät ende anfang mitte seit kurz vor gegen"},
    {numeral,
     "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn "
     "sechzehn siebzehn achtzehn neunzehn zwanzig dreißig vierzig "
     "fünfzig sechzig siebzig achtzig neunzig hundert hunderte tausend tausende million millionen milliarde "
     "milliarden dutzend dutzende hälfte halb drittel viertel prozent "
     "doppelt verdoppelt beide erste ersten zweite zweiten dritte dritten"},
    {quantity, "einige mehrere viele wenige manche alle meisten mehrheit zahlreiche"},
    {approximator,
     "rund etwa circa ca fast knapp mindestens höchstens bis ungefähr gut über mehr als weniger zirka "
     "beinahe nahezu wenigstens maximal"},
    {negation, "nicht kein keine keinen keiner keinem keines nie niemals niemand nichts ohne weder"},
    {polarity,
     "dementierte dementiert bestritt bestreitet zurückgewiesen wies weist abgelehnt lehnte lehnt ablehnte "
     "zurückgezogen widerrufen gegen verweigerte verweigert"},
    {hedge,
     "vielleicht möglicherweise wohl offenbar angeblich mutmaßlich mutmaßliche mutmaßlichen könnte könnten "
     "dürfte dürften soll sollen solle möglich "
     "wahrscheinlich vermutlich voraussichtlich anscheinend scheint scheinen vermutet eventuell verdacht "
     "verdächtigt ob kann womöglich"},
    {saying,
     "sagte sagten sagt sagen erklärte erklärten erklärt teilte mitteilte mitgeteilt zufolge laut berichtete "
     "berichteten berichtet äußerte ergänzte hieß angaben nach fügte "
     "betonte gab bekannt nannte schrieb"},
    {loaded_saying,
     "behauptete behaupten behauptet warnte warnt räumte einräumte gestand bestätigte bestätigten bestätigt "
     "beteuerte beharrte kritisierte warf versprach forderte fordert"},
    {speaker,
     "sprecher sprecherin polizei behörden behörde staatsanwaltschaft feuerwehr zeugen quellen kreisen "
     "experten"},
    {pronoun, "er sie es ihn ihm ihr ihnen wir ich dieser diese dieses"},
    {gender, "er sie ihn ihm seine ihre mann frau herr"},
    {future, "wird werden"},
    {auxiliary,
     "ist sind war waren sein gewesen hat haben hatte hatten habe hätte sei seien wird werden wurde wurden "
     "worden würde würden kann können konnte nun jetzt auch bereits schon noch "
     "wieder bleibt bleiben blieb"},
    {article, "der die das den dem des ein eine einen einem einer eines"},
};

constexpr WordList french[] = {
    {source, "selon d'après"},
    {weekday, "lundi mardi mercredi jeudi vendredi samedi dimanche"},
    {calendar,
     "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août "
     "septembre octobre novembre décembre aujourd'hui demain hier "
     "matin matinée soir soirée après-midi midi minuit week-end nuit printemps été automne hiver avant-hier "
     "lendemain veille aube"},
    {calendar_unit,
     "jour jours semaine semaines mois an ans année années heure heures minute minutes trimestre"},
    {clock_unit, "h heures heure"},
    {date_modifier,
     "dernier dernière derniers prochain prochaine prochains ce cette fin début mi depuis dès vers tard tôt "
     "avant après dans"},
    {numeral,
     "zéro deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt "
     "trente quarante cinquante soixante cent cents mille "
     "million millions milliard milliards dizaine dizaines douzaine vingtaine trentaine quarantaine "
     "cinquantaine centaine centaines millier milliers moitié tiers quart demi double triple premier "
     "première deuxième troisième"},
    {quantity,
     "plusieurs quelques certains certaines beaucoup plupart majorité tous toutes nombreux nombreuses"},
    {approximator,
     "environ près presque quelque moins plus plus au quasi quasiment autour minimum maximum jusqu'à"},
    {negation,
     "ne pas jamais aucun aucune sans rien personne ni non n'a n'ont n'est n'était n'avait n'y guère"},
    {polarity,
     "nie nié démenti dément démentent rejeté rejette refusé refuse contre contesté conteste retiré réfuté"},
    {hedge,
     "peut-être probablement apparemment semble semblent présumé présumée présumés soupçonné soupçonnée "
     "soupçonnés soupçonnées possible possiblement éventuellement pourrait pourraient "
     "vraisemblablement sans-doute peut peuvent probable supposé supposée suspecté suspectée potentiel "
     "potentielle devrait devraient si aurait auraient serait seraient"},
    {saying,
     "dit disent déclaré déclare déclarent selon indiqué indique indiquent précisé précise ajouté ajoute "
     "annoncé annonce annoncent expliqué explique appris réagi réaffirmé rappelé "
     "estimé répondu réponds affirmé affirme souligné souligne d'après fait savoir écrit a-t-il a-t-elle "
     "a-t-on source sources presse journalistes"},
    {loaded_saying,
     "assuré assure prétendu prétend prétendent avoué avoue reconnu reconnaît admis admet accusé accuse "
     "averti confirmé confirme dénoncé dénonce martelé soutenu soutient promis promet juré exigé exige jugé"},
    {speaker,
     "porte-parole parquet procureur procureure police autorités gendarmerie préfecture judiciaire "
     "enquêteurs pompiers témoins témoin"},
    {pronoun, "il elle ils elles lui eux je nous on celui celle ceux"},
    {gender, "il elle homme femme monsieur madame mme"},
    {future, "va vont sera seront aura auront"},
    {auxiliary,
     "est sont était étaient a ont avait avaient été être avoir fut furent va vont reste restent également "
     "aussi désormais encore déjà toujours"},
    {article, "le la les un une des du de d l"},
};

constexpr WordList spanish[] = {
    {source, "según"},
    {weekday, "lunes martes miércoles jueves viernes sábado domingo"},
    {calendar,
     "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto "
     "septiembre setiembre octubre noviembre diciembre ayer hoy mañana "
     "anteayer tarde noche madrugada mediodía medianoche primavera verano otoño invierno anoche amanecer"},
    {calendar_unit, "día días semana semanas mes meses año años hora horas minuto minutos"},
    {clock_unit, "horas h"},
    {date_modifier,
     "pasado pasada próximo próxima último última este esta fin finales final principios mediados desde hace "
     "hacia antes después temprano"},
    {numeral,
     "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis "
     "diecisiete dieciocho diecinueve veinte treinta cuarenta cincuenta "
     "sesenta setenta ochenta noventa cien ciento cientos doscientos trescientos quinientos mil miles millón "
     "millones docena docenas mitad tercio cuarto doble triple primer primera primero segundo segunda "
     "tercer tercera ambos decenas centenar centenares"},
    {quantity, "varios varias algunos algunas muchos muchas pocos pocas mayoría todos todas numerosos"},
    {approximator, "unos unas cerca casi aproximadamente alrededor menos más hasta apenas al"},
    {negation, "nunca sin jamás ningún ninguna ninguno nadie nada tampoco ni"},
    {polarity,
     "negó niega negaron rechazó rechaza rechazaron desmintió desmiente contra retiró retirado descartó "
     "descarta"},
    {hedge,
     "quizás quizá podría podrían podrá podrán puede pueden probablemente presunto presunta presuntos "
     "presuntas presuntamente supuesto supuesta supuestamente posible posiblemente aparentemente parece "
     "parecen sospechoso sospecha sospechan habría habrían sería serían estaría estarían si probable"},
    {saying,
     "dijo dijeron dice dicen según declaró declararon añadió agregó señaló explicó indicó indicaron informó "
     "informaron anunció anunciaron comentó precisó apuntó manifestó expresó fuentes contó"},
    {loaded_saying,
     "afirmó afirmaron aseguró aseguraron sostuvo sostiene admitió reconoció acusó denunció confirmó "
     "confirmaron advirtió insistió alegó prometió exigió criticó"},
    {speaker, "portavoz policía autoridades fiscalía fiscal testigos testigo vocero vocera bomberos"},
    {pronoun, "él ella ellos ellas ello éste ésta"},
    {gender, "él ella hombre mujer señor señora"},
    {future, "va van será serán"},
    {auxiliary,
     "es son era eran fue fueron ha han había habían sido ser estar está están estaba estaban sigue siguen "
     "ya también aún todavía"},
    {article, "el la los las un una del al"},
};

constexpr WordList japanese[] = {
    {calendar, "月 曜 午 朝 昨 今 翌"},
    {numeral, "一 二 三 四 五 六 七 八 九 十 百 千 万 億 兆 亿 半 〇"},
    {approximator, "約"},
    {speaker, "警察 消防"},
};

// A long line of a list is written as several literals.
// NOLINTBEGIN(bugprone-suspicious-missing-comma)

/// Near-synonyms, a group a line; compared by stem, so that one form of a regular word stands for all.
constexpr std::string_view synonyms[] = {
    // English: what happened
    "hit struck strike ploughed plowed slammed crashed smashed collided rammed plough plow crash smash "
    "collide",
    "cut cuts reduce slash trim lower curb",
    "increase raise rise rose risen grew grow climb boost hike",
    "fall fell fallen drop decline dipped dip slid sank slump",
    "approve pass ok'd oks ok okayed backed adopt endorse",
    "buy bought purchase acquire",
    "begin began begun start commence launch open",
    "end finish conclude close complete",
    "show shown reveal indicate",
    "help assist aid",
    "ask request urge call seek sought",
    "need require",
    "keep kept retain",
    "get got obtain receive gain",
    "give gave given grant award provide supply offer",
    "take took taken",
    "leave left depart quit",
    "go went gone",
    "come came arrive",
    "see saw seen witness spotted spot",
    "make made build built construct",
    "die dead killed kill",
    "hurt injured wounded injure wound",
    "hospital clinic",
    "arrest detain held custody",
    "probe inquiry investigation enquiry investigate examine",
    "abroad overseas",
    "large big huge major sizeable considerable",
    "small little minor modest",
    "quick quickly rapid fast swift swiftly",
    "whole entire full",
    "enough sufficient",
    "near close nearby",
    "also too additionally",
    "but however though although yet while",
    "because since as owing due",
    "before ahead prior",
    "after following",
    "use using utilise utilize",
    "try attempt tried trying",
    "plan scheme proposal project",
    "people residents persons person individuals",
    "children kids pupils students",
    "car vehicle",
    "firm company business corporation",
    "worker employee staff staffer personnel",
    "boss head chief leader chair chairman president director",
    "mate team-mate teammate colleague",
    "house home residence",
    "street road",
    "town city",
    "doctor physician medic",
    "fire blaze",
    "crash collision accident",
    "row dispute argument",
    "talks negotiations discussions",
    "deal agreement accord",
    "money funds cash funding",
    "job post position",
    "choose chose chosen pick select elect",
    "send sent dispatch",
    "tell told",
    "wait delay postpone",
    "stop halt cease suspend",
    "shut closed close",
    "harm damage",
    "sick ill unwell",
    "buy bought",
    "sell sold",
    "lead led leading leader",
    "hold held",
    "win won winning",
    "lose lost losing",
    "run ran running",
    "meet met meeting",
    "speak spoke spoken talk",
    "find found",
    "think thought",
    "know knew known",
    "fly flew flown",
    "break broke broken",
    "drive drove driven",
    "write wrote written",
    "pay paid",
    "feel felt",
    "bring brought",
    "catch caught",
    "fight fought",
    "teach taught",
    "build built",
    "stand stood",
    "draw drew drawn",
    "throw threw thrown",
    "rise rose risen",
    "sign signed",
    "accusation allegation charge claim",
    "denied rejected dismissed",
    "dais podium stage platform",
    "expect anticipate",
    "evacuate evacuated cleared",
    "storm gale tempest",
    "flood flooding",
    "rain rainfall",
    "rescue rescued saved save",
    "vote ballot poll",
    "law legislation act",
    "price cost fee fare",
    "tax levy",
    "route line",
    "trip journey voyage travel",
    "start started starting beginning began",
    "area region district zone",
    "about regarding concerning",
    "often frequently",
    "rest remainder",
    "show shows showed",
    "allow permit let",
    "ban prohibit bar forbid",
    "answer reply respond",
    "happen occur took place",
    "set due scheduled",
    "later afterwards subsequently",
    "almost nearly",
    "inform notify",
    "main principal chief key",
    "decide decided opted",
    "force compel",
    "hope wish",
    "join joined",
    "share stock",
    "fix repair mend",
    "huge enormous massive",
    "old elderly aged",
    "phone telephone mobile",
    "film movie",
    "picture photo photograph image",
    "shop store outlet",
    "worry concern anxiety fear",
    "warn caution",
    "gather collect assemble",
    "match matches game games fixture",
    "fall autumn",
    "jail jailed imprisoned sentenced",
    "deliberately intentionally",
    "remove withdraw withdrew withdrawn",
    "crew staff",
    "boat ship vessel ferry",
    "plane aircraft jet airliner",
    "train service",
    "scene site spot",
    "protest demonstration rally",
    "protester demonstrator",
    "outage blackout",
    "quake earthquake tremor",
    "blast explosion",
    "cause reason",
    "truck lorry",
    "soccer football",
    // German
    "senken reduzieren kürzen verringern",
    "steigen zunehmen wachsen klettern",
    "sinken fallen zurückgehen",
    "beginnen starten anfangen begann startete",
    "beenden abschließen",
    "kaufen erwerben",
    "bekommen erhalten bekam erhielt",
    "firma unternehmen konzern betrieb",
    "auto wagen fahrzeug pkw",
    "lkw lastwagen laster",
    "brand feuer",
    "unfall unglück",
    "verletzt verwundet",
    "getötet gestorben umgekommen",
    "mitarbeiter beschäftigte angestellte",
    "chef leiter vorsitzender präsident",
    "stadt kommune gemeinde",
    "groß riesig gewaltig",
    "klein gering",
    "schnell rasch zügig",
    "auch ebenfalls zudem außerdem",
    "aber jedoch doch allerdings",
    "weil da denn",
    "krankenhaus klinik spital",
    "genehmigen billigen beschließen zustimmen",
    "helfen unterstützen",
    "schließen sperren",
    "zeigen belegen",
    "gebäude haus",
    "einsatzkräfte rettungskräfte helfer",
    "evakuiert geräumt",
    "schule schulgebäude",
    "eltern",
    "brauchen benötigen",
    "samstag sonnabend",
    // French
    "réduire diminuer baisser",
    "augmenter accroître hausse grimper",
    "commencer débuter démarrer entamer",
    "finir terminer achever",
    "acheter acquérir",
    "entreprise société firme groupe",
    "voiture véhicule automobile",
    "incendie feu",
    "accident collision",
    "blessé touché",
    "mort décédé tué",
    "salarié employé",
    "chef dirigeant patron président leader",
    "ville commune municipalité",
    "grand vaste immense",
    "petit modeste",
    "rapide rapidement vite",
    "aussi également",
    "mais cependant toutefois pourtant",
    "car parce puisque",
    "demander réclamer exiger",
    "contrat marché accord",
    "portable mobile téléphone",
    "enquête investigation",
    "approuver adopter valider voter",
    "fermer clore",
    "aider soutenir",
    "maison domicile logement",
    "école établissement",
    "utiliser employer",
    "obtenir recevoir",
    // Spanish
    "reducir recortar bajar disminuir",
    "aumentar subir incrementar crecer",
    "comenzar empezar iniciar arrancar",
    "terminar acabar finalizar concluir",
    "comprar adquirir",
    "empresa compañía firma",
    "coche auto automóvil vehículo carro",
    "incendio fuego",
    "accidente choque siniestro",
    "herido lesionado",
    "muerto fallecido",
    "trabajador empleado",
    "jefe líder presidente dirigente",
    "ciudad localidad municipio",
    "grande enorme",
    "pequeño",
    "rápido rápidamente",
    "también además asimismo",
    "pero aunque sin-embargo",
    "porque pues",
    "pedir solicitar reclamar exigir",
    "acuerdo pacto contrato",
    "casa vivienda domicilio hogar",
    "escuela colegio centro",
    "usar utilizar emplear",
    "obtener recibir",
    "aprobar respaldar",
    "cerrar clausurar",
    "ayudar apoyar",
};

constexpr std::string_view hedge_phrases[] = {
    "とみられ", "とみて", "可能性",   "おそれ",   "恐れ",   "見込み", "見通し", "模様",     "らしい",
    "ようだ",   "ようで", "かもしれ", "でしょう", "だろう", "疑い",   "とされ", "と思われ", "ほぼ",
    "およそ",   "約",     "疑われ",   "可能",     "似乎",   "据信",   "可能是", "大约"};
constexpr std::string_view saying_phrases[] = {"述べ",     "語っ", "語る", "話し", "言っ", "いう", "発表",
                                               "明らかに", "説明", "主張", "强调", "表示", "称"};
constexpr std::string_view loaded_phrases[] = {"主張", "強調", "認め", "指摘", "批判", "非難",
                                               "警告", "声称", "承认", "指责", "坚称", "强调"};
constexpr std::string_view negation_phrases[] = {"ない", "なかっ", "なく", "ませ", "せず", "否定",
                                                 "没有", "不是",   "并非", "否认", "未"};

/// How correction notes open, a list a language, separated by bars.
constexpr std::string_view note_openings[] = {
    "correction|clarification|editor's note|editors' note|an earlier version of|a previous version of|in an "
    "earlier version|"
    "in a previous version|this article was amended|this story was amended|this report was amended|amended "
    "on|"
    "this article was corrected|this story was corrected|update:",
    "korrektur|berichtigung|richtigstellung|in einer früheren version|in einer früheren fassung|in einer "
    "ersten version|"
    "in einer vorherigen|anmerkung der redaktion|anm. d. red|hinweis der redaktion",
    "rectificatif|correctif|précision :|erratum|note de la rédaction|une version précédente|dans une version "
    "précédente|"
    "une première version",
    "corrección|fe de errores|fe de erratas|rectificación|una versión anterior|una versión previa|en una "
    "versión anterior|"
    "aclaración|nota de la redacción",
    "rettifica|errata corrige|correzione|correção|errata|nota da redação|correctie|rectificatie|in een "
    "eerdere versie|"
    "исправление|поправка|в предыдущей версии",
    "訂正|更正|お詫び|おわび|【訂正|【お詫び",
};

/// Openings that a note shares with other lines of the page: one of `amends` must stand in the sentence as well.
constexpr std::string_view note_openings_in_doubt =
    "this article has been|this story has been|this report has been|this article was updated|this story was "
    "updated|hinweis:|"
    "cet article a été|este artículo ha sido|※";
constexpr std::string_view amends =
    "correct|amend|clarif|error|mistake|wrong|misstat|korrig|fehler|früheren|falsch|corrig|erreur|訂正|誤り|"
    "誤って";

/// What gives a note away wherever it stands in the sentence.
constexpr std::string_view note_phrases =
    "we apologise for the error|we apologize for the error|we regret the error|has been corrected.|have been "
    "corrected.|"
    "earlier version of this|previous version of this|früheren fassung dieses|früheren version "
    "dieses|訂正します|訂正しました|"
    "当初の記事|версии этой статьи";

/// What stands in lines of the page, a list a language, separated by bars. Each holds a word with `Role::page`.
constexpr std::string_view page_lines[] = {
    "will be updated|developing story|breaking news|breaking story|more to follow|more follows|more details "
    "soon|"
    "check back for|read more|sign up|subscribe to|follow us|follow our|our newsroom|tips line|tip line|get "
    "in touch|"
    "contact us|email us|e-mail us|send us|have your say|click here|this page is being updated|refresh the "
    "page|"
    "(with agencies|additional reporting",
    "wird aktualisiert|wird laufend aktualisiert|mehr in kürze|weitere informationen in kürze|folgen sie uns|"
    "schreiben sie uns|newsletter|eilmeldung",
    "plus d'informations à suivre|en cours d'actualisation|en cours de mise à jour|sera mis à jour|avec "
    "agences|"
    "(avec afp|abonnez-vous|suivez-nous|contactez-nous|notre rédaction|écrivez-nous",
    "se actualizará|será actualizada|noticia en desarrollo|en desarrollo|en actualización|habrá ampliación|"
    "última hora|síguenos|suscríbete|con información de agencias|escríbanos|póngase en contacto",
    "速報|続報|更新します|随時更新|詳細は追って",
};

// NOLINTEND(bugprone-suspicious-missing-comma)

/// Calls `take` for each item of a list.
template <typename Take>
void for_each_item(std::string_view list, char separator, Take take) {
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(separator), list.size());
        if (end > 0) take(list.substr(0, end));
        list.remove_prefix(std::min(end + 1, list.size()));
    }
}

/// Roles by word, case folded: open addressing, at most half full. Every distinct word of a text is looked up.
class RoleTable {
public:
    RoleTable() {
        for (const std::span<const WordList> lists : std::initializer_list<std::span<const WordList>>{
                 english, german, french, spanish, japanese, page_words}) {
            for (const WordList& list : lists) {
                for_each_item(list.words, ' ', [&](std::string_view word) {
                    add(text::match_form(word), static_cast<std::uint32_t>(list.role));
                });
            }
        }
    }

    /// 0 for a word of no list.
    [[nodiscard]] std::uint32_t roles(std::string_view word) const {
        const Slot& slot = slots_[place(word, text::hash_text(word))];
        return slot.roles;
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::string word;
        std::uint32_t roles = 0;  ///< 0: free
    };

    /// Of the word, or of the free slot where it would stand.
    [[nodiscard]] std::size_t place(std::string_view word, std::uint64_t hash) const {
        std::size_t at = static_cast<std::size_t>(hash) & (slots_.size() - 1);
        while (slots_[at].roles != 0 && (slots_[at].hash != hash || slots_[at].word != word))
            at = (at + 1) & (slots_.size() - 1);
        return at;
    }

    void add(std::string word, std::uint32_t roles) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        const std::uint64_t hash = text::hash_text(word);
        Slot& slot = slots_[place(word, hash)];
        if (slot.roles == 0) {
            slot.hash = hash;
            slot.word = std::move(word);
            ++count_;
        }
        slot.roles |= roles;
    }

    void grow() {
        std::vector<Slot> old(2 * slots_.size());
        old.swap(slots_);
        for (Slot& slot : old) {
            if (slot.roles == 0) continue;
            const std::size_t at = place(slot.word, slot.hash);
            slots_[at] = std::move(slot);
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1024);  ///< as many as a power of two
    std::size_t count_ = 0;
};

/// Sorted (stem, group), built once.
const std::vector<std::pair<std::string, std::size_t>>& synonym_table() {
    static const auto table = [] {
        std::vector<std::pair<std::string, std::size_t>> made;
        for (std::size_t group = 0; group < std::size(synonyms); ++group) {
            for_each_item(synonyms[group], ' ',
                          [&](std::string_view word) { made.emplace_back(text::content_form(word), group); });
        }
        std::sort(made.begin(), made.end());
        return made;
    }();
    return table;
}

template <std::size_t N>
std::array<std::string, N> folded(const std::array<std::string_view, N>& words) {
    std::array<std::string, N> made;
    std::transform(words.begin(), words.end(), made.begin(),
                   [](std::string_view w) { return text::match_form(w); });
    return made;
}

template <std::size_t N>
bool has_ending(std::string_view word, const std::array<std::string, N>& endings) {
    constexpr std::size_t shortest = 6;  // bytes of a verb with such an ending
    return word.size() >= shortest && std::any_of(endings.begin(), endings.end(),
                                                  [&](const std::string& e) { return word.ends_with(e); });
}

/// "十一", "三千万".
bool is_han_number(std::string_view word) {
    for (std::size_t position = 0; position < word.size();) {
        const text::Decoded d = text::decode(word, position);
        if (!text::is_han_numeral(d.code_point)) return false;
        position += d.length;
    }
    return !word.empty();
}

/// Romance conditionals, by which French and Spanish reporters keep their distance ("aurait", "habría").
bool is_conditional(std::string_view word) {
    static const auto endings = folded(std::to_array<std::string_view>({"rait", "raient", "ría", "rían"}));
    return has_ending(word, endings);
}

/// French and Spanish simple futures ("répondra", "llegará").
bool is_future_form(std::string_view word) {
    static const auto endings =
        folded(std::to_array<std::string_view>({"era", "dra", "ront", "ira", "rá", "rán"}));
    return has_ending(word, endings);
}

/// "twenty-one", "vingt-deux", "einundzwanzig".
bool is_compound_number(std::string_view word, const RoleTable& table) {
    const auto is_numeral = [&](std::string_view part) {
        return Roles(table.roles(std::string(part))).has(numeral);
    };
    constexpr std::string_view tens[] = {"zwanzig", "ßig", "zig", "hundert", "tausend"};
    if (word.find("und") != std::string_view::npos &&
        std::any_of(std::begin(tens), std::end(tens),
                    [&](std::string_view end) { return word.ends_with(end); }))
        return true;
    const std::size_t hyphen = word.find('-');
    if (hyphen == std::string_view::npos) return false;
    for (std::size_t begin = 0; begin <= word.size();) {
        const std::size_t end = std::min(word.find('-', begin), word.size());
        const std::string_view part = word.substr(begin, end - begin);
        if (part != "et" && part != "and" && part != "un" && part != "une" && !is_numeral(part)) return false;
        begin = end + 1;
    }
    return true;
}

}  // namespace

Roles roles_of(std::string_view word) {
    const std::string folded = text::match_form(word);
    static const RoleTable table;
    Roles roles(table.roles(folded));
    // Months that are also verbs show by their capital.
    const bool capital = !word.empty() && text::is_upper(text::decode(word, 0).code_point);
    if (folded == "may" || folded == "march")
        roles = Roles(capital ? static_cast<std::uint32_t>(calendar)
                              : roles.bits() & static_cast<std::uint32_t>(hedge));
    if (folded.ends_with("n't"))
        roles.add(Roles(static_cast<std::uint32_t>(negation) | static_cast<std::uint32_t>(auxiliary)));
    if (folded.starts_with("n'") || folded.starts_with("qu'il"))
        roles.add(Roles(folded[0] == 'n' ? static_cast<std::uint32_t>(negation)
                                         : static_cast<std::uint32_t>(pronoun)));
    // "one-litre".
    if (const std::size_t hyphen = folded.find('-');
        hyphen != std::string::npos && small_number(std::string_view(folded).substr(0, hyphen)) >= 0) {
        roles.add(Roles(static_cast<std::uint32_t>(numeral)));
    }
    if (is_compound_number(folded, table)) roles.add(Roles(static_cast<std::uint32_t>(numeral)));
    if (is_han_number(folded)) roles.add(Roles(static_cast<std::uint32_t>(numeral)));
    if (is_conditional(folded)) roles.add(Roles(static_cast<std::uint32_t>(hedge)));
    if (is_future_form(folded)) roles.add(Roles(static_cast<std::uint32_t>(future)));
    return roles;
}

Roles Lexicon::roles(std::uint32_t index) const {
    std::uint32_t& cached = cache_[index];
    if (cached == unknown) cached = roles_of(vocabulary_->entry(index).text).bits();
    return Roles(cached);
}

bool are_synonyms(std::string_view one, std::string_view other) {
    const std::string a = text::content_form(one);
    const std::string b = text::content_form(other);
    if (a == b) return true;
    const auto& table = synonym_table();
    const auto groups = [&](const std::string& stem) {
        return std::equal_range(table.begin(), table.end(), std::pair<std::string, std::size_t>(stem, 0),
                                [](const auto& x, const auto& y) { return x.first < y.first; });
    };
    const auto [a_begin, a_end] = groups(a);
    const auto [b_begin, b_end] = groups(b);
    for (auto x = a_begin; x != a_end; ++x) {
        for (auto y = b_begin; y != b_end; ++y) {
            if (x->second == y->second) return true;
        }
    }
    return false;
}

bool Lexicon::same_sense(std::uint32_t one, std::uint32_t other) const {
    const text::Entry& a = vocabulary_->entry(one);
    const text::Entry& b = vocabulary_->entry(other);
    return a.content == b.content || are_synonyms(a.text, b.text);
}

int small_number(std::string_view folded) {
    static const auto table = [] {
        // From 0 upwards; one word a language, a line a number.
        constexpr std::string_view names[] = {
            "zero null zéro cero 〇",   "one eins un uno 一",         "two zwei deux dos 二",
            "three drei trois tres 三", "four vier quatre cuatro 四", "five fünf cinq cinco 五",
            "six sechs seis 六",        "seven sieben sept siete 七", "eight acht huit ocho 八",
            "nine neun neuf nueve 九",  "ten zehn dix diez 十",       "eleven elf onze once",
            "twelve zwölf douze doce",
        };
        std::vector<std::pair<std::string, int>> made;
        for (std::size_t n = 0; n < std::size(names); ++n) {
            for_each_item(names[n], ' ', [&](std::string_view name) {
                made.emplace_back(text::match_form(name), static_cast<int>(n));
            });
        }
        std::sort(made.begin(), made.end());
        return made;
    }();
    const auto found =
        std::lower_bound(table.begin(), table.end(), folded,
                         [](const auto& entry, std::string_view w) { return entry.first < w; });
    return found != table.end() && found->first == folded ? found->second : -1;
}

namespace {

/// Bit k: the text holds phrase k. The phrases are of ideographs and kana, which most texts have none of.
std::uint64_t found_in(std::string_view text, std::span<const std::string_view> phrases) {
    constexpr unsigned char first_of_kana =
        0xE3;  // in UTF-8 all of them begin with this byte or a higher one
    std::uint64_t found = 0;
    if (std::none_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) >= first_of_kana; }))
        return found;
    for (std::size_t k = 0; k < phrases.size(); ++k) {
        if (text.find(phrases[k]) != std::string_view::npos) found |= std::uint64_t{1} << k;
    }
    return found;
}

/// The phrases of a list, folded.
std::vector<std::string> phrases_of(std::span<const std::string_view> lists) {
    std::vector<std::string> made;
    for (const std::string_view list : lists) {
        for_each_item(list, '|', [&](std::string_view phrase) { made.push_back(text::match_form(phrase)); });
    }
    return made;
}

}  // namespace

std::uint64_t hedge_phrases_in(std::string_view text) { return found_in(text, hedge_phrases); }

std::uint64_t negation_phrases_in(std::string_view text) { return found_in(text, negation_phrases); }

std::uint64_t loaded_phrases_in(std::string_view text) { return found_in(text, loaded_phrases); }

std::uint64_t saying_phrases_in(std::string_view text) { return found_in(text, saying_phrases); }

bool opens_correction_note(std::string_view sentence, bool at_edge) {
    static const std::vector<std::string> openings = phrases_of(note_openings);
    while (!sentence.empty() && (sentence.front() == '*' || sentence.front() == '_' ||
                                 sentence.front() == '(' || sentence.front() == '[')) {
        sentence.remove_prefix(1);
    }
    constexpr std::size_t longest = 64;
    std::size_t end = 0;
    while (end < sentence.size() && end < longest) end += text::decode(sentence, end).length;
    const std::string opening = text::match_form(sentence.substr(0, end));
    const auto opens = [&](const std::vector<std::string>& list) {
        return std::any_of(list.begin(), list.end(),
                           [&](const std::string& o) { return opening.starts_with(o); });
    };
    if (opens(openings)) return true;
    constexpr std::size_t longest_note = 400;
    if (!at_edge || sentence.size() > longest_note) return false;
    static const std::vector<std::string> doubtful = phrases_of(std::span(&note_openings_in_doubt, 1));
    static const std::vector<std::string> words = phrases_of(std::span(&amends, 1));
    static const std::vector<std::string> phrases = phrases_of(std::span(&note_phrases, 1));
    const std::string folded = text::match_form(sentence);
    const auto holds = [&](const std::vector<std::string>& list) {
        return std::any_of(list.begin(), list.end(),
                           [&](const std::string& part) { return folded.find(part) != std::string::npos; });
    };
    return (opens(doubtful) && holds(words)) || holds(phrases);
}

bool is_boilerplate(std::string_view sentence) {
    // By first byte: one walk over the sentence finds all of them.
    static const auto stock = [] {
        std::array<std::vector<std::string>, 256> lines;
        for (std::string& line : phrases_of(page_lines))
            lines[static_cast<unsigned char>(line.front())].push_back(std::move(line));
        return lines;
    }();
    const std::string folded = text::match_form(sentence);
    for (std::string_view rest = folded; rest.size() > 1; rest.remove_prefix(1)) {
        for (const std::string& line : stock[static_cast<unsigned char>(rest.front())]) {
            if (rest[1] == line[1] && rest.starts_with(line)) return true;
        }
    }
    return false;
}

}  // namespace twicetold::versions
