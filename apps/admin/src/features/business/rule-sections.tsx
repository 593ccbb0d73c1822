import { NumberInput, Select, Stack, Switch, Textarea } from '@mantine/core';
import { Section } from '../../components/section.tsx';
import type { BusinessFormType } from './business-form.tsx';

const rules = [
  { value: 'confirmed', label: 'When an order is paid or accepted' },
  { value: 'shipped', label: 'When the last parcel leaves' },
];

export function DocumentSection({ form }: { form: BusinessFormType }) {
  return (
    <Section title="Documents">
      <Stack>
        <Select
          label="Invoices are issued"
          description="Credit notes follow each refund, packing slips each parcel."
          data={rules}
          allowDeselect={false}
          {...form.getInputProps('invoiceRule')}
        />
        <Textarea
          label="Payment terms"
          description="On every invoice."
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('paymentTerms')}
        />
        <Textarea
          label="Note on invoices and credit notes"
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('invoiceNote')}
        />
        <Textarea
          label="Note on packing slips"
          autosize
          minRows={2}
          maxLength={1000}
          {...form.getInputProps('packingNote')}
        />
      </Stack>
    </Section>
  );
}

export function CartSection({ form }: { form: BusinessFormType }) {
  return (
    <Section title="Abandoned carts">
      <Stack>
        <Switch
          label="Write about carts that were left"
          description="One letter for each cart, to people who agreed to letters and have not ordered since."
          {...form.getInputProps('cartLetters', { type: 'checkbox' })}
        />
        <NumberInput
          label="After"
          suffix=" minutes"
          min={30}
          max={10_080}
          step={30}
          allowDecimal={false}
          disabled={!form.values.cartLetters}
          maw={220}
          {...form.getInputProps('cartIdleMinutes')}
        />
      </Stack>
    </Section>
  );
}
