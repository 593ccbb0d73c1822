export { exportCsv, templateCsv, toCsv } from './export-csv.ts';
export { createImportRun, findActingStaff } from './command-line.ts';
export { getImport, getProblems } from './get-import.ts';
export { type TransferKind, transferKinds } from './kinds.ts';
export { problemReport } from './problem-report.ts';
export { queueImport } from './queue-import.ts';
export { runImport } from './run-import.ts';
export { type ExportFilter, exportFilterSchema, type ImportView, transferKindSchema } from './schemas.ts';
export { sweepImports } from './sweep-imports.ts';
