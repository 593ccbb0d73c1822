const trackingPages: Readonly<Record<string, string>> = {
  UPS: 'https://www.ups.com/track?tracknum=',
  FedEx: 'https://www.fedex.com/fedextrack/?trknbr=',
  USPS: 'https://tools.usps.com/go/TrackConfirmAction?tLabels=',
  'DHL Express': 'https://www.dhl.com/en/express/tracking.html?AWB=',
  DPD: 'https://tracking.dpd.de/status/en_US/parcel/',
  GLS: 'https://gls-group.eu/EU/en/parcel-tracking?match=',
  'Royal Mail': 'https://www.royalmail.com/track-your-item#/tracking-results/',
  'Canada Post': 'https://www.canadapost-postescanada.ca/track-reperage/en#/details/',
  PostNL: 'https://jouw.postnl.nl/track-and-trace/',
  Colissimo: 'https://www.laposte.fr/outils/suivre-vos-envois?code=',
};

/** Carriers to choose from; any other name can be typed. */
export const carriers: readonly string[] = Object.keys(trackingPages);

/** Where the customer can follow the parcel, for the carriers whose page is known. */
export function trackingUrlOf(carrier: string, trackingNumber: string | null): string | null {
  if (trackingNumber === null) return null;
  const known = carriers.find((name) => name.toLowerCase() === carrier.trim().toLowerCase());
  const page = known === undefined ? undefined : trackingPages[known];
  return page === undefined ? null : `${page}${encodeURIComponent(trackingNumber)}`;
}
