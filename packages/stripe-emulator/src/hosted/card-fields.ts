import { groupDigits, testCards, type TestCard } from '../cards.ts';
import type { FieldName, FieldTexts } from './card-form.ts';
import { html, type Html } from './html.ts';

interface Field {
  name: FieldName;
  label: string;
  autocomplete: string;
  inputMode?: string;
  placeholder?: string;
  maxLength?: number;
  isReadOnly?: boolean;
}

interface FieldsOptions {
  values: FieldTexts;
  errors: FieldTexts;
  isEmailFixed: boolean;
}

export function renderFields({ values, errors, isEmailFixed }: FieldsOptions): Html {
  const show = (field: Field): Html => renderField(field, values[field.name], errors[field.name]);
  return html`
    ${show({ name: 'email', label: 'Email', autocomplete: 'email', inputMode: 'email', isReadOnly: isEmailFixed })}
    ${show({
      name: 'cardNumber',
      label: 'Card number',
      autocomplete: 'cc-number',
      inputMode: 'numeric',
      placeholder: '1234 1234 1234 1234',
      maxLength: 23,
    })}
    <div class="pair">
      ${show({
        name: 'cardExpiry',
        label: 'Expiration (MM / YY)',
        autocomplete: 'cc-exp',
        inputMode: 'numeric',
        placeholder: 'MM / YY',
        maxLength: 9,
      })}
      ${show({ name: 'cardCvc', label: 'CVC', autocomplete: 'cc-csc', inputMode: 'numeric', placeholder: '123', maxLength: 4 })}
    </div>
    ${show({ name: 'billingName', label: 'Name on card', autocomplete: 'cc-name' })}
  `;
}

function renderField(field: Field, value = '', error?: string): Html {
  const {
    name,
    label,
    autocomplete,
    inputMode = 'text',
    placeholder = '',
    maxLength = 200,
    isReadOnly,
  } = field;
  const errorId = `${name}-error`;
  const described = error === undefined ? undefined : html`aria-invalid="true" aria-describedby="${errorId}"`;
  const fixed = isReadOnly ? html`readonly` : undefined;
  return html`<div class="field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      value="${value}"
      type="${name === 'email' ? 'email' : 'text'}"
      autocomplete="${autocomplete}"
      inputmode="${inputMode}"
      placeholder="${placeholder}"
      maxlength="${maxLength}"
      required
      ${described}
      ${fixed}
    />
    ${error === undefined ? undefined : html`<p class="field-error" id="${errorId}">${error}</p>`}
  </div>`;
}

/** Links, so that they fill the form without scripts, too; the script keeps what was typed elsewhere. */
export function renderTestCards(path: string): Html {
  const rows = Object.values(testCards)
    .filter(({ brand, label }) => brand !== 'amex' && label !== 'Processing error')
    .map((card) => renderTestCard(path, card));
  return html`<details class="test-cards" open>
    <summary>Test cards</summary>
    <p class="muted">Choose one to fill in the form. Any future date and any security code will do.</p>
    <ul>
      ${rows}
    </ul>
  </details>`;
}

function renderTestCard(path: string, { number, label }: TestCard): Html {
  const shown = groupDigits(number);
  return html`<li>
    <a href="${path}?card=${number}" data-card="${shown}"><span>${label}</span> <code>${shown}</code></a>
  </li>`;
}
