/** Comfort only: the pages work without it. */
export const script = `
const field = (id) => document.getElementById(id);
const digits = (text, most) => text.replace(/\\D/g, '').slice(0, most);
const group = (text) => digits(text, 19).replace(/(\\d{4})(?=\\d)/g, '$1 ');
const expiry = (text) => {
  const number = digits(text, 4);
  return number.length > 2 ? number.slice(0, 2) + ' / ' + number.slice(2) : number;
};
const keepFormat = (input, format) => input?.addEventListener('input', () => {
  if (input.selectionStart === input.value.length) input.value = format(input.value);
});
keepFormat(field('cardNumber'), group);
keepFormat(field('cardExpiry'), expiry);

for (const link of document.querySelectorAll('[data-card]')) {
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field('cardNumber').value = link.dataset.card;
    field('cardExpiry').value = '12 / 34';
    field('cardCvc').value = '123';
    field('billingName').value ||= 'Test Shopper';
    for (const input of document.querySelectorAll('[aria-invalid]')) input.removeAttribute('aria-invalid');
    (field('email').value ? document.querySelector('form .button') : field('email')).focus();
  });
}

const button = document.querySelector('[data-busy]');
const label = button?.textContent;
button?.form.addEventListener('submit', () => {
  button.disabled = true;
  button.textContent = button.dataset.busy;
});
addEventListener('pageshow', () => {
  if (!button) return;
  button.disabled = false;
  button.textContent = label;
});
const alert = document.querySelector('[role=alert]');
if (alert) {
  (document.querySelector('[aria-invalid]') ?? field('cardNumber')).focus({ preventScroll: true });
  alert.scrollIntoView({ block: 'center' });
}
`;
