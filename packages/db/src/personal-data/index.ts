import { catalogueTables } from './catalogue-tables.ts';
import { creditTables } from './credit-tables.ts';
import { customerTables } from './customer-tables.ts';
import { machineryTables } from './machinery-tables.ts';
import { orderTables } from './order-tables.ts';
import type { RegisteredTable } from './register.ts';
import { returnTables } from './return-tables.ts';
import { staffTables } from './staff-tables.ts';

export { deliveryDays, orderDays } from './order-tables.ts';
export type { Exported, RegisteredTable } from './register.ts';

/**
 * Every table and column of the database with what it says about people, and what becomes of that. A test holds it
 * against the database: whoever adds a column decides here what it is.
 */
export const personalData: readonly RegisteredTable[] = [
  ...customerTables,
  ...orderTables,
  ...creditTables,
  ...returnTables,
  ...machineryTables,
  ...staffTables,
  ...catalogueTables,
];
