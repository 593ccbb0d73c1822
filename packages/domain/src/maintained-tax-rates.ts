import type { TaxRateTerms } from './tax.ts';

/** A rate with where it is from and when it holds, days as ISO dates; `validUntil` is the first day it does not hold any more. */
export interface MaintainedTaxRate extends TaxRateTerms {
  readonly inclusive: boolean;
  /** The region of the registration it is collected under; '' the country's. */
  readonly registration: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
  readonly source: string;
}

const sources = {
  states:
    'Tax Foundation, State and Local Sales Tax Rates, 2025 (state rates, mandatory statewide additions included)',
  europe: 'European Commission, Taxes in Europe Database, VAT rates of the member states',
  britain: 'HMRC, VAT rates on different goods and services (VAT Notice 701)',
  canada: 'Canada Revenue Agency, GST/HST rates; revenue agencies of the provinces for PST, RST and QST',
} as const;

// Code, state, rate in per cent; * where delivery charged on taxable goods is taxed even when stated separately.
// The lists of states begin with the table: what held before 2025 is not kept.
const states = `AL,Alabama,4 AK,Alaska,0 AZ,Arizona,5.6 AR,Arkansas,6.5* CA,California,7.25 CO,Colorado,2.9 CT,Connecticut,6.35*
DE,Delaware,0 DC,District_of_Columbia,6* FL,Florida,6* GA,Georgia,4* HI,Hawaii,4* ID,Idaho,6 IL,Illinois,6.25* IN,Indiana,7*
IA,Iowa,6 KS,Kansas,6.5* KY,Kentucky,6* LA,Louisiana,5 ME,Maine,5.5 MD,Maryland,6 MA,Massachusetts,6.25 MI,Michigan,6*
MN,Minnesota,6.875* MS,Mississippi,7* MO,Missouri,4.225 MT,Montana,0 NE,Nebraska,5.5* NV,Nevada,6.85 NH,New_Hampshire,0
NJ,New_Jersey,6.625* NM,New_Mexico,4.875* NY,New_York,4* NC,North_Carolina,4.75* ND,North_Dakota,5* OH,Ohio,5.75* OK,Oklahoma,4.5
OR,Oregon,0 PA,Pennsylvania,6* RI,Rhode_Island,7* SC,South_Carolina,6* SD,South_Dakota,4.2* TN,Tennessee,7* TX,Texas,6.25*
UT,Utah,6.1 VT,Vermont,6* VA,Virginia,5.3 WA,Washington,6.5* WV,West_Virginia,6* WI,Wisconsin,5* WY,Wyoming,4`;

// Code, member state, what the tax is called, standard and main reduced rate in per cent.
const memberStates = `AT,Austria,USt.,20,10 BE,Belgium,TVA/BTW,21,6 BG,Bulgaria,ДДС,20,9 HR,Croatia,PDV,25,13 CY,Cyprus,ΦΠΑ,19,9
CZ,Czechia,DPH,21,12 DK,Denmark,moms,25, EE,Estonia,käibemaks,24,9 FI,Finland,ALV,25.5,13.5 FR,France,TVA,20,5.5 DE,Germany,MwSt.,19,7
GR,Greece,ΦΠΑ,24,13 HU,Hungary,ÁFA,27,18 IE,Ireland,VAT,23,13.5 IT,Italy,IVA,22,10 LV,Latvia,PVN,21,12 LT,Lithuania,PVM,21,12
LU,Luxembourg,TVA,17,8 MT,Malta,VAT,18,7 NL,Netherlands,BTW,21,9 PL,Poland,VAT,23,8 PT,Portugal,IVA,23,6 RO,Romania,TVA,21,11
SK,Slovakia,DPH,23,19 SI,Slovenia,DDV,22,9.5 ES,Spain,IVA,21,10 SE,Sweden,moms,25,12`;

// Rates that began after the table does, and what they followed: country, category, rate before, first day of the present one.
const changes = `EE,standard,22,2025-07-01 RO,standard,19,2025-08-01 RO,reduced,9,2025-08-01 FI,reduced,14,2026-01-01 LT,reduced,9,2026-01-01`;

const tableBegins = '2025-01-01';

const ppm = (percent: string) => Math.round(Number(percent) * 10_000);

function fieldsOf(list: string): string[][] {
  return list.split(/\s+/u).map((entry) => entry.replaceAll('_', ' ').split(','));
}

function rate(
  given: Partial<MaintainedTaxRate> &
    Pick<MaintainedTaxRate, 'country' | 'name' | 'ratePpm' | 'source' | 'jurisdiction'>,
) {
  const usual = {
    region: '',
    category: 'standard',
    shippingTaxed: true,
    adds: false,
    inclusive: true,
    registration: '',
  };
  return { ...usual, validFrom: tableBegins, validUntil: null, ...given };
}

function americanRates(): MaintainedTaxRate[] {
  return fieldsOf(states).map(([region = '', jurisdiction = '', percent = '']) =>
    rate({
      country: 'US',
      region,
      registration: region,
      name: 'Sales tax',
      jurisdiction,
      ratePpm: ppm(percent.replace('*', '')),
      shippingTaxed: percent.endsWith('*'),
      inclusive: false,
      source: sources.states,
    }),
  );
}

function europeanRates(): MaintainedTaxRate[] {
  return fieldsOf(memberStates).flatMap(
    ([country = '', jurisdiction = '', name = '', standard = '', reduced = '']) =>
      Object.entries({ standard, reduced })
        .filter(([, percent]) => percent !== '')
        .flatMap(([category, percent]) => {
          const now = rate({
            country,
            jurisdiction,
            name,
            category,
            ratePpm: ppm(percent),
            source: sources.europe,
          });
          const [, , before, from] =
            fieldsOf(changes).find((change) => change[0] === country && change[1] === category) ?? [];
          if (before === undefined || from === undefined) return [now];
          return [
            { ...now, ratePpm: ppm(before), validUntil: from },
            { ...now, validFrom: from },
          ];
        }),
  );
}

function britishRates(): MaintainedTaxRate[] {
  const britain = { country: 'GB', jurisdiction: 'United Kingdom', name: 'VAT', source: sources.britain };
  return [
    rate({ ...britain, ratePpm: ppm('20') }),
    rate({ ...britain, category: 'reduced', ratePpm: ppm('5') }),
  ];
}

// Goods are taxed where they are delivered; HST takes the place of GST, the other provincial taxes come on top of it and need a
// registration of their own.
const harmonised = `NB,New_Brunswick,15 NL,Newfoundland_and_Labrador,15 ON,Ontario,13 PE,Prince_Edward_Island,15`;
const provincial = `BC,British_Columbia,PST,7 MB,Manitoba,RST,7 QC,Quebec,QST,9.975 SK,Saskatchewan,PST,6`;

function canadianRates(): MaintainedTaxRate[] {
  const canada = { country: 'CA', inclusive: false, source: sources.canada };
  return [
    rate({ ...canada, jurisdiction: 'Canada', name: 'GST', ratePpm: ppm('5') }),
    // 14 % since April 2025.
    rate({
      ...canada,
      region: 'NS',
      jurisdiction: 'Nova Scotia',
      name: 'HST',
      ratePpm: ppm('14'),
      validFrom: '2025-04-01',
    }),
    ...fieldsOf(harmonised).map(([region = '', jurisdiction = '', percent = '']) =>
      rate({ ...canada, region, jurisdiction, name: 'HST', ratePpm: ppm(percent) }),
    ),
    ...fieldsOf(provincial).map(([region = '', jurisdiction = '', name = '', percent = '']) =>
      rate({
        ...canada,
        region,
        registration: region,
        jurisdiction,
        name,
        ratePpm: ppm(percent),
        adds: true,
      }),
    ),
  ];
}

/**
 * The table of rates the shop is delivered with: sales tax of the US states (no local taxes: those need a tax service), VAT of the EU
 * and the UK, and Canada's taxes. The reduced rate is each country's main one; which goods it covers is for the shop to know.
 */
export function maintainedTaxRates(): MaintainedTaxRate[] {
  return [...americanRates(), ...britishRates(), ...europeanRates(), ...canadianRates()];
}
