import type { StaffOrder } from './order.ts';

/** An address as it goes on a parcel. */
export function addressLines(address: StaffOrder['shippingAddress'], country: string): string[] {
  const { name, line1, line2, city, region, postalCode } = address;
  const town =
    address.country === 'US' || address.country === 'CA'
      ? `${city}, ${[region, postalCode].filter(Boolean).join(' ')}`
      : [postalCode, city].filter(Boolean).join(' ');
  const apart = address.country === 'US' || address.country === 'CA' ? null : region;
  return [name, line1, line2, town, apart, country].filter((line): line is string => Boolean(line));
}
