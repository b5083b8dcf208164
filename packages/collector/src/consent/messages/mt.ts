/** What visitors read, in Maltese. */
import type { Messages } from '@holloway/protocol';

export const mt: Messages = {
  open: 'Settings tal-privatezza',
  banner:
    'Nużaw cookies u mezzi ta’ ħżin simili biss jekk taqbel: biex ngħoddu, b’mod anonimu, liema rotot jieħdu l-viżitaturi f’dan il-ħanut.',
  change: 'Tista’ tibdel fehmtek meta trid taħt “{open}”.',
  acceptAll: 'Aċċetta kollox',
  rejectAll: 'Irrifjuta kollox',
  choose: 'Agħżel',
  save: 'Issejvja l-għażliet',
  close: 'Agħlaq',
  objection:
    'Il-browser tiegħek jibgħat is-sinjal Global Privacy Control. Dan inqisuh bħala oġġezzjoni: kollox jibqa’ mitfi sakemm tagħżel mod ieħor.',
  optOut: 'Fil-post fejn tinsab, dan ikun mixgħul sakemm toġġezzjona. Tista’ titfih minn hawn.',
  refusalsCounted:
    'Jekk tirrifjuta, ngħoddu li xi ħadd irrifjuta, skont il-pajjiż u t-tip ta’ apparat, u xejn aktar.',
  accepted: 'Aċċettajt kollox ({day}).',
  rejected: 'Irrifjutajt kollox ({day}).',
  chosen: 'Għamilt l-għażla tiegħek ({day}).',

  necessary: 'Neċessarju',
  necessaryPurpose: 'L-għażla tiegħek tinżamm f’dan il-browser, biex ma nistaqsukx f’kull paġna.',
  alwaysOn: 'Dejjem mixgħul',
  preferences: 'Preferenzi',
  preferencesPurpose: 'Dak li tgħidilna li jogħġbok jinżamm f’dan il-browser, biex jintwera l-ewwel.',
  analytics: 'Statistika anonima',
  analyticsPurpose:
    'Ngħoddu x’jaraw u fuq xiex jikklikkjaw il-viżitaturi, biex intejbu l-paġni u l-kategoriji. L-ebda għadd ma jista’ jintrabat ma’ persuna.',
  marketing: 'Kummerċjalizzazzjoni',
  marketingPurpose:
    'Servizzi ta’ kumpaniji oħra juru kontenut jew reklami, u jistgħu jagħrfuk x’imkien ieħor.',

  controller: 'Min hu responsabbli',
  services: 'Servizzi',
  provider: 'Fornitur',
  purpose: 'Skop',
  data: 'Data',
  duration: 'Perjodu ta’ żamma',
  session: 'sakemm jingħalaq il-browser',
  policy: 'Politika tal-privatezza',
  counted: 'X’jingħadd, u xejn aktar',
  retention: 'L-għadd jitħassar wara {duration}.',
  remembered: 'L-għażla tiegħek tinżamm għal {duration}: rifjut jinżamm daqs kunsens.',
  recipients: 'Ħadd ieħor ma jirċievi l-għadd.',
  groups: {
    visits: 'Żjarat: kemm, meta, kemm idumu',
    pages: 'Paġni miftuħa: għal kemm ħin u kemm ’l isfel',
    paths: 'Moviment minn paġna għal oħra u minn kategorija għal oħra',
    layout: 'Liema partijiet ta’ paġna jidhru u jiġu kklikkjati',
    search: 'Termini ta’ tiftix li jużaw ħafna viżitaturi',
    purchases: 'Prodotti mqiegħda fil-basket u ordnati',
    device: 'Mudell tal-apparat, browser, sistema operattiva, daqs tat-tieqa',
    country: 'Pajjiż',
    source: 'Provenjenza: sit web jew kampanja',
    consent: 'Għażliet li jsiru f’din it-tieqa',
    preferences: 'Preferenzi li tiddikjara int stess',
    tests: 'Liema verżjoni ta’ paġna ntweriet f’test',
  },

  receipt: 'L-irċevuta tiegħek',
  receiptText:
    'Kopja ta’ dak li għażilt u tat-test li fuqu għażilt, biex iżżommha int. Aħna ma nżommu l-ebda kopja.',
  view: 'Ara',
  download: 'Niżżel',
  print: 'Ipprintja',
  verify: 'Ivverifika',
  verified: 'Il-firma hija valida. Data tal-pubblikazzjoni ta’ dan it-test: {day}.',
  notVerified: 'Il-firma mhijiex valida: dan mhuwiex it-test li ġie ppubblikat.',
  cannotVerify:
    'Dan il-browser ma jistax jivverifika l-firma. Niżżel l-irċevuta biex tivverifikaha x’imkien ieħor.',

  held: 'Dak kollu li jinżamm f’dan il-browser',
  heldNothing: 'Ma jinżamm xejn.',
  heldChoice: 'L-għażla tiegħek, u l-jum li fih għamiltha',
  heldPreferences: 'Dak li għidtilna li jogħġbok',
  heldVisit: 'Iż-żjara tiegħek s’issa; qatt ma toħroġ minn dan il-browser',
  heldLedger: 'Fejn dan il-browser diġà ngħadd, biex ma jingħaddx darbtejn',
  heldOutbox: 'Għadd li qed jistenna li jintbagħat',
  heldSent: 'Kopja ta’ dak li ntbagħat f’din iż-żjara',
  queued: {
    one: '{n} messaġġ qed jistenna li jintbagħat',
    two: '{n} messaġġi qed jistennew li jintbagħtu',
    few: '{n} messaġġi qed jistennew li jintbagħtu',
    many: '{n}-il messaġġ qed jistennew li jintbagħtu',
    other: '{n} messaġġ qed jistennew li jintbagħtu',
  },
  sent: {
    one: '{n} messaġġ intbagħat f’din iż-żjara',
    two: '{n} messaġġi ntbagħtu f’din iż-żjara',
    few: '{n} messaġġi ntbagħtu f’din iż-żjara',
    many: '{n}-il messaġġ intbagħtu f’din iż-żjara',
    other: '{n} messaġġ intbagħtu f’din iż-żjara',
  },
  copy: 'Ikkopja',
  copied: 'Ikkopjat',
  erase: 'Ħassar kollox',
  erased: 'Kollox tħassar.',

  stated: 'X’jogħġbok',
  statedText: 'Wieġeb jekk trid. It-tweġibiet jibqgħu f’dan il-browser sakemm tirtirahom; jingħaddu biss.',
  noAnswer: 'L-ebda tweġiba',
  saved: 'Issejvjat',

  embed: 'Dan il-kontenut ġej minn {service} u ma jitgħabbiex qabel ma taqbel.',
  embedLoad: 'Għabbi din id-darba',
  embedAlways: 'Dejjem ippermetti {service}',
};
