import { Select, SimpleGrid, Stack, TextInput } from '@mantine/core';
import { ImageUploadField } from '../../components/image-upload-field.tsx';
import { Section } from '../../components/section.tsx';
import { countryChoices, regionChoices } from '../../lib/places.ts';
import type { BusinessFormType } from './business-form.tsx';

export function SellerSection({ form }: { form: BusinessFormType }) {
  const { address } = form.values;
  const regions = regionChoices(address.country);
  return (
    <Section title="Seller">
      <Stack>
        <TextInput label="Name" required maxLength={120} {...form.getInputProps('name')} />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput label="Street" required maxLength={200} {...form.getInputProps('address.line1')} />
          <TextInput
            label="Floor, building"
            maxLength={200}
            value={address.line2 ?? ''}
            onChange={(event) => form.setFieldValue('address.line2', event.currentTarget.value || null)}
          />
          <TextInput label="Town" required maxLength={120} {...form.getInputProps('address.city')} />
          <TextInput label="Postal code" maxLength={20} {...form.getInputProps('address.postalCode')} />
          <Select
            label="Country"
            data={countryChoices}
            searchable
            allowDeselect={false}
            value={address.country}
            onChange={(country) =>
              country !== null && form.setFieldValue('address', { ...address, country, region: null })
            }
          />
          {regions.length === 0 ? (
            <TextInput
              label="Region"
              maxLength={120}
              value={address.region ?? ''}
              onChange={(event) => form.setFieldValue('address.region', event.currentTarget.value || null)}
            />
          ) : (
            <Select
              label="State or region"
              data={regions}
              searchable
              clearable
              value={address.region}
              onChange={(region) => form.setFieldValue('address.region', region)}
            />
          )}
          <TextInput
            label="Tax number"
            description="VAT number, EIN or what your country has."
            maxLength={120}
            {...form.getInputProps('taxId')}
          />
          <TextInput
            label="Company number"
            description="In the register of companies, if there is one."
            maxLength={120}
            {...form.getInputProps('registration')}
          />
          <TextInput label="E-mail" type="email" maxLength={254} {...form.getInputProps('email')} />
          <TextInput label="Phone" maxLength={40} {...form.getInputProps('phone')} />
          <TextInput
            label="Website"
            placeholder="https://"
            maxLength={200}
            {...form.getInputProps('website')}
          />
        </SimpleGrid>
        <ImageUploadField
          label="Logo"
          description="At the head of documents, where it is at most 5 by 1.7 centimetres. Without one your name stands there."
          value={form.values.logoKey}
          onChange={(key) => form.setFieldValue('logoKey', key)}
        />
      </Stack>
    </Section>
  );
}
