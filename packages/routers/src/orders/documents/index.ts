export { type DocumentReader, findBill } from './document-store.ts';
export { issueDocuments } from './issue-documents.ts';
export { mostSlips, renderDocument, type RenderedDocument, renderPackingSlips } from './render-documents.ts';
