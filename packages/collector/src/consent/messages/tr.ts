/** What visitors read, in Turkish. */
import type { Messages } from '@holloway/protocol';

export const tr: Messages = {
  open: 'Gizlilik ayarları',
  banner:
    'Çerezleri (cookie) ve benzeri depolama yöntemlerini yalnızca onay verirseniz kullanırız: bu mağazada hangi yolların izlendiğini anonim olarak saymak için.',
  change: 'Kararınızı istediğiniz zaman “{open}” bölümünden değiştirebilirsiniz.',
  acceptAll: 'Tümünü kabul et',
  rejectAll: 'Tümünü reddet',
  choose: 'Seçim yap',
  save: 'Seçimleri kaydet',
  close: 'Kapat',
  objection:
    'Tarayıcınız Global Privacy Control sinyali gönderiyor. Bunu itiraz olarak kabul ediyoruz; siz aksini seçene kadar her şey kapalıdır.',
  optOut: 'Bulunduğunuz yerde bu, siz itiraz edene kadar açıktır. Buradan kapatabilirsiniz.',
  refusalsCounted:
    'Reddederseniz, birinin reddettiğini ülke ve cihaz türüne göre sayarız; başka hiçbir şeyi saymayız.',
  accepted: '{day} tarihinde her şeyi kabul ettiniz.',
  rejected: '{day} tarihinde her şeyi reddettiniz.',
  chosen: '{day} tarihinde seçiminizi yaptınız.',

  necessary: 'Gerekli',
  necessaryPurpose: 'Size her sayfada yeniden sorulmaması için seçiminiz bu tarayıcıda saklanır.',
  alwaysOn: 'Her zaman açık',
  preferences: 'Tercihler',
  preferencesPurpose:
    'Bize sevdiğinizi söylediğiniz şeyler, size önce onları gösterebilmemiz için bu tarayıcıda saklanır.',
  analytics: 'Anonim istatistikler',
  analyticsPurpose:
    'Sayfaları ve kategorileri iyileştirmek için nelerin görüntülendiğini ve tıklandığını sayarız. Hiçbir sayım bir kişiyle eşleştirilemez.',
  marketing: 'Pazarlama',
  marketingPurpose:
    'Başka şirketlerin hizmetleri içerik veya reklam gösterir ve sizi başka yerlerde tanıyabilir.',

  controller: 'Veri sorumlusu',
  services: 'Hizmetler',
  provider: 'Sağlayıcı',
  purpose: 'Amaç',
  data: 'Veriler',
  duration: 'Saklama süresi',
  session: 'tarayıcı kapatılana kadar',
  policy: 'Gizlilik politikası',
  counted: 'Sayılanlar; başka hiçbir şey sayılmaz',
  retention: 'Sayımlar {duration} sonra silinir.',
  remembered: 'Seçiminiz {duration} boyunca hatırlanır; ret kararı da onay kararıyla aynı süre saklanır.',
  recipients: 'Sayımları bizden başka kimse almaz.',
  groups: {
    visits: 'Ziyaretler: kaç tane, ne zaman, ne kadar süreyle',
    pages: 'Görüntülenen sayfalar, ne kadar süreyle ve sayfanın neresine kadar',
    paths: 'Sayfadan sayfaya ve kategoriden kategoriye geçişler',
    layout: 'Bir sayfanın hangi bölümlerinin görüldüğü ve tıklandığı',
    search: 'Birçok ziyaretçinin kullandığı arama terimleri',
    purchases: 'Sepete eklenen ve sipariş edilen ürünler',
    device: 'Cihaz modeli, tarayıcı, işletim sistemi, pencere boyutu',
    country: 'Ülke',
    source: 'Buraya yönlendiren web sitesi veya kampanya',
    consent: 'Bu pencerede yapılan seçimler',
    preferences: 'Kendi belirttiğiniz tercihler',
    tests: 'Bir testte sayfanın hangi sürümünün gösterildiği',
  },

  receipt: 'Seçim belgeniz',
  receiptText:
    'Seçtiklerinizin ve seçiminizi yaparken okuduğunuz metnin, sizde kalacak bir kopyası. Bizde kopyası yoktur.',
  view: 'Görüntüle',
  download: 'İndir',
  print: 'Yazdır',
  verify: 'Doğrula',
  verified: 'İmza geçerli. Bu metin {day} tarihinde yayımlandı.',
  notVerified: 'İmza geçerli değil: Bu, yayımlanan metin değil.',
  cannotVerify: 'Bu tarayıcı imzayı doğrulayamıyor. Başka bir yerde doğrulamak için belgeyi indirin.',

  held: 'Bu tarayıcıda saklanan her şey',
  heldNothing: 'Hiçbir şey saklanmıyor.',
  heldChoice: 'Seçiminiz ve onu yaptığınız gün',
  heldPreferences: 'Bize sevdiğinizi söylediğiniz şeyler',
  heldVisit: 'Şu ana kadarki ziyaretiniz; bu tarayıcıdan asla dışarı çıkmaz',
  heldLedger: 'Bu tarayıcının, iki kez sayılmaması için, daha önce nerelerde sayıldığı',
  heldOutbox: 'Gönderilmeyi bekleyen sayımlar',
  heldSent: 'Bu ziyarette gönderilenlerin bir kopyası',
  queued: { one: '{n} ileti gönderilmeyi bekliyor', other: '{n} ileti gönderilmeyi bekliyor' },
  sent: { one: 'Bu ziyarette {n} ileti gönderildi', other: 'Bu ziyarette {n} ileti gönderildi' },
  copy: 'Kopyala',
  copied: 'Kopyalandı',
  erase: 'Her şeyi sil',
  erased: 'Her şey silindi.',

  stated: 'Neleri seversiniz?',
  statedText:
    'Dilerseniz yanıtlayın. Yanıtlarınız, siz geri alana kadar bu tarayıcıda kalır; yalnızca sayılır.',
  noAnswer: 'Yanıt yok',
  saved: 'Kaydedildi',

  embed: 'Bu içerik {service} hizmetinden gelir ve siz onay verene kadar yüklenmez.',
  embedLoad: 'Bu kez yükle',
  embedAlways: '{service} için her zaman izin ver',
};
