import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from 'kysely';
import type pg from 'pg';
import { nameOf } from './statement.ts';

/**
 * The pool as Kysely sees it: what `defineStatement` compiled is sent by its name there too, so that PostgreSQL plans
 * it once per connection, in a transaction as outside.
 */
export function createNamedPool(pool: pg.Pool): PostgresPool {
  // One door per connection for good: Kysely knows its connections by identity.
  const doors = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    connect: async () => {
      const connection = await pool.connect();
      const known = doors.get(connection);
      if (known !== undefined) return known;
      const door = openDoor(connection);
      doors.set(connection, door);
      return door;
    },
    end: () => pool.end(),
    options: pool.options,
  };
}

function openDoor(connection: pg.PoolClient): PostgresPoolClient {
  function query<Row>(text: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  function query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  function query(given: unknown, parameters: readonly unknown[] = []): unknown {
    if (typeof given !== 'string') throw new TypeError('no cursor can be opened here');
    return connection.query({ name: nameOf(given), text: given, values: [...parameters] });
  }
  return { query, release: (destroy) => connection.release(destroy) };
}
