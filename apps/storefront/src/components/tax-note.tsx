import { readRegions } from '@/lib/regions.ts';

/** Beneath a price: whether tax is in it, as the region's law wants it said. */
export async function TaxNote() {
  const { region } = await readRegions();
  return (
    <p className="text-muted text-sm">
      {region.taxInclusive ? 'Incl. VAT, plus shipping' : 'Plus tax and shipping, worked out at checkout'}
    </p>
  );
}
