/*
 * What the shop tells Holloway of carts and orders, in the words that shops use for such events. The shop works without
 * this file, and Holloway counts nothing of it unless the visitor agreed.
 */
const tell = (element) => window.holloway?.track(element.dataset.event, JSON.parse(element.dataset.told));

// A form tells when it is sent off.
for (const form of document.querySelectorAll('form[data-event]')) {
  form.addEventListener('submit', () => tell(form));
}
// A page tells when it is shown.
for (const element of document.querySelectorAll('main [data-event]:not(form)')) tell(element);
