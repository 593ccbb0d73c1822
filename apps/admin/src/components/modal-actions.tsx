import type { ReactNode } from 'react';
import classes from './modal-actions.module.css';

/** The buttons that end a form in a modal: in a row, or as wide as a phone. */
export function ModalActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>;
}
