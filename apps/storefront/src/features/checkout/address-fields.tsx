'use client';

import { countries, isCountryCode, type CountryFormat } from '@turing/domain';
import { useState } from 'react';
import { SelectField, TextField } from '@/components/field.tsx';
import { Section } from './section.tsx';
import type { CheckoutErrors, CheckoutValues } from './checkout-values.ts';

export interface AddressFieldsProps {
  values: CheckoutValues;
  errors: CheckoutErrors;
  /** The country or a region that taxes depend on was changed. */
  onPlaceChange: () => void;
}

export function AddressFields({ values, errors, onPlaceChange }: AddressFieldsProps) {
  const [country, setCountry] = useState(values.country);
  const format: CountryFormat = countries[country];
  const text = (name: keyof CheckoutValues) => ({
    name,
    defaultValue: values[name],
    error: errors[name] ?? null,
  });
  return (
    <Section title="Delivery address">
      <div className="grid gap-4 sm:grid-cols-6">
        <div className="flex items-end gap-3 sm:col-span-6">
          <SelectField
            label="Country"
            name="country"
            autoComplete="country"
            value={country}
            error={errors.country ?? null}
            onChange={(event) => {
              const code = event.currentTarget.value;
              if (isCountryCode(code)) setCountry(code);
              // The fields of the new country must be in the form before it is read.
              setTimeout(onPlaceChange);
            }}
            className="flex-1"
          >
            {Object.entries(countries).map(([code, { name }]) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </SelectField>
          <button name="intent" value="quote" className="noscript:inline hidden min-h-11 text-sm underline">
            Use this country
          </button>
        </div>
        <TextField
          label="Full name"
          {...text('name')}
          autoComplete="name"
          required
          className="sm:col-span-6"
        />
        <TextField
          label="Address"
          {...text('line1')}
          autoComplete="address-line1"
          required
          className="sm:col-span-6"
        />
        <TextField
          label="Apartment, suite, etc. (optional)"
          {...text('line2')}
          autoComplete="address-line2"
          className="sm:col-span-6"
        />
        <TextField
          label="City"
          {...text('city')}
          autoComplete="address-level2"
          required
          className="sm:col-span-2"
        />
        <RegionField
          key={country}
          format={format}
          value={country === values.country ? values.region : ''}
          error={errors.region ?? null}
          onChoose={onPlaceChange}
        />
        <TextField
          label={capitalise(format.postalCodeName)}
          {...text('postalCode')}
          autoComplete="postal-code"
          required
          className="sm:col-span-2"
        />
        <TextField
          label="Phone (optional)"
          {...text('phone')}
          type="tel"
          autoComplete="tel"
          hint="Only for the carrier, should they not find you."
          className="sm:col-span-6"
        />
      </div>
    </Section>
  );
}

interface RegionFieldProps {
  format: CountryFormat;
  value: string;
  error: string | null;
  onChoose: () => void;
}

function RegionField({ format, value, error, onChoose }: RegionFieldProps) {
  const { regions, regionRequired } = format;
  const label = `${capitalise(format.regionName)}${regionRequired ? '' : ' (optional)'}`;
  const shared = { label, name: 'region', error, autoComplete: 'address-level1', className: 'sm:col-span-2' };
  if (regions === null) return <TextField {...shared} required={regionRequired} defaultValue={value} />;
  return (
    <SelectField {...shared} required={regionRequired} defaultValue={value} onChange={onChoose}>
      <option value="">Choose…</option>
      {Object.entries(regions).map(([code, name]) => (
        <option key={code} value={code}>
          {name}
        </option>
      ))}
    </SelectField>
  );
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
