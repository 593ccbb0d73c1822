import pdfmake from 'pdfmake';
import { definitionOf, type Drawing } from './definition.ts';
import { fonts } from './fonts.ts';

const fontFiles = new Set(Object.values(fonts.Inter));

pdfmake.setFonts(fonts);
// A document reaches for nothing but its fonts.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => fontFiles.has(path));

/** Draws documents as one PDF. Takes the processor for a while: requests ask a thread for it. */
export async function drawPdf(drawing: Drawing): Promise<Buffer> {
  return pdfmake.createPdf(definitionOf(drawing)).getBuffer();
}
