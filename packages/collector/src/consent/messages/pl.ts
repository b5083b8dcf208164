/** What visitors read, in Polish. */
import type { Messages } from '@holloway/protocol';

export const pl: Messages = {
  open: 'Ustawienia prywatności',
  banner:
    'Używamy plików cookies i podobnych sposobów zapisu danych tylko za Twoją zgodą: aby anonimowo liczyć, jakimi ścieżkami odwiedzający poruszają się po sklepie.',
  change: 'W każdej chwili możesz zmienić zdanie, wybierając „{open}”.',
  acceptAll: 'Akceptuj wszystko',
  rejectAll: 'Odrzuć wszystko',
  choose: 'Wybierz',
  save: 'Zapisz wybór',
  close: 'Zamknij',
  objection:
    'Twoja przeglądarka wysyła sygnał Global Privacy Control. Traktujemy go jako sprzeciw: wszystko jest wyłączone, dopóki nie wybierzesz inaczej.',
  optOut:
    'Tam, gdzie jesteś, ta kategoria jest włączona, dopóki nie wyrazisz sprzeciwu. Możesz ją tutaj wyłączyć.',
  refusalsCounted:
    'Jeśli odmówisz, liczymy to, że ktoś odmówił, według kraju i rodzaju urządzenia, i nic więcej.',
  accepted: 'Wszystko zaakceptowano {day}.',
  rejected: 'Wszystko odrzucono {day}.',
  chosen: 'Wyboru dokonano {day}.',

  necessary: 'Niezbędne',
  necessaryPurpose: 'Twój wybór jest zapisywany w tej przeglądarce, żebyśmy nie pytali na każdej stronie.',
  alwaysOn: 'Zawsze włączone',
  preferences: 'Preferencje',
  preferencesPurpose:
    'Podane przez Ciebie upodobania są zapisywane w tej przeglądarce, aby najpierw pokazywać to, co lubisz.',
  analytics: 'Anonimowe statystyki',
  analyticsPurpose:
    'Liczymy, co jest oglądane i klikane, aby ulepszać strony i kategorie. Żadnej liczby nie da się powiązać z konkretną osobą.',
  marketing: 'Marketing',
  marketingPurpose:
    'Usługi innych firm wyświetlają treści lub reklamy i mogą rozpoznawać Cię w innych miejscach.',

  controller: 'Kto odpowiada za dane',
  services: 'Usługi',
  provider: 'Dostawca',
  purpose: 'Cel',
  data: 'Dane',
  duration: 'Okres przechowywania',
  session: 'do zamknięcia przeglądarki',
  policy: 'Polityka prywatności',
  counted: 'Co jest liczone, i nic poza tym',
  retention: 'Statystyki przechowujemy przez {duration}, a potem usuwamy.',
  remembered: 'Twój wybór pamiętamy przez {duration}, odmowę tak samo długo jak zgodę.',
  recipients: 'Nikt inny nie otrzymuje tych statystyk.',
  groups: {
    visits: 'Wizyty: ile, kiedy, jak długie',
    pages: 'Oglądane strony: jak długo i jak daleko w dół',
    paths: 'Przejścia ze strony na stronę i z kategorii do kategorii',
    layout: 'Które części strony są widziane i klikane',
    search: 'Wyszukiwane hasła, których używa wielu odwiedzających',
    purchases: 'Produkty dodane do koszyka i zamówione',
    device: 'Model urządzenia, przeglądarka, system operacyjny, wielkość okna',
    country: 'Kraj',
    source: 'Strona lub kampania, z której nastąpiło wejście',
    consent: 'Wybory dokonane w tym oknie',
    preferences: 'Preferencje, które podajesz z własnej woli',
    tests: 'Która wersja strony została pokazana w teście',
  },

  receipt: 'Twoje potwierdzenie',
  receiptText:
    'Kopia Twojego wyboru i tekstu, na podstawie którego go dokonano; możesz ją zachować. My nie mamy żadnej kopii.',
  view: 'Pokaż',
  download: 'Pobierz',
  print: 'Drukuj',
  verify: 'Sprawdź',
  verified: 'Podpis jest ważny. Ten tekst opublikowano {day}.',
  notVerified: 'Podpis jest nieważny: to nie jest tekst, który opublikowano.',
  cannotVerify:
    'Ta przeglądarka nie potrafi sprawdzić podpisu. Pobierz potwierdzenie, aby sprawdzić je gdzie indziej.',

  held: 'Wszystko, co jest przechowywane w tej przeglądarce',
  heldNothing: 'Nic nie jest przechowywane.',
  heldChoice: 'Twój wybór i dzień, w którym go dokonano',
  heldPreferences: 'Podane przez Ciebie upodobania',
  heldVisit: 'Twoja dotychczasowa wizyta; nigdy nie opuszcza tej przeglądarki',
  heldLedger: 'Gdzie ta przeglądarka została już policzona, aby nie liczyć jej dwa razy',
  heldOutbox: 'Statystyki oczekujące na wysłanie',
  heldSent: 'Kopia tego, co wysłano podczas tej wizyty',
  queued: {
    one: '{n} wiadomość czeka na wysłanie',
    few: '{n} wiadomości czekają na wysłanie',
    many: '{n} wiadomości czeka na wysłanie',
    other: '{n} wiadomości czeka na wysłanie',
  },
  sent: {
    one: 'Wysłano {n} wiadomość podczas tej wizyty',
    few: 'Wysłano {n} wiadomości podczas tej wizyty',
    many: 'Wysłano {n} wiadomości podczas tej wizyty',
    other: 'Wysłano {n} wiadomości podczas tej wizyty',
  },
  copy: 'Kopiuj',
  copied: 'Skopiowano',
  erase: 'Usuń wszystko',
  erased: 'Wszystko usunięto.',

  stated: 'Co lubisz',
  statedText:
    'Odpowiedz, jeśli chcesz. Odpowiedzi pozostają w tej przeglądarce, dopóki ich nie wycofasz; są jedynie liczone.',
  noAnswer: 'Brak odpowiedzi',
  saved: 'Zapisano',

  embed: 'Tę treść dostarcza {service}. Nie zostanie ona wczytana, dopóki nie wyrazisz zgody.',
  embedLoad: 'Wczytaj tylko raz',
  embedAlways: 'Zawsze zezwalaj: {service}',
};
