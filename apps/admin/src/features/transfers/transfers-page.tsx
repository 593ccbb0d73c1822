import { PageHeader } from '../../components/page-header.tsx';
import { ExportForm } from './export-form.tsx';
import { ImportForm } from './import-form.tsx';
import { ImportHistory } from './import-history.tsx';
import classes from './transfers-page.module.css';

export function TransfersPage() {
  return (
    <>
      <PageHeader
        title="Import and export"
        description="Products, prices and stock as CSV files: take them out, change them, bring them back."
      />
      <div className={classes.forms}>
        <ImportForm />
        <ExportForm />
      </div>
      <ImportHistory />
    </>
  );
}
