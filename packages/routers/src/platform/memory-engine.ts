// oxlint-disable-next-line typescript/triple-slash-reference -- packages that consume this source need the types too
/// <reference path="./fengari.d.ts" />
import { createHash } from 'node:crypto';
import { lauxlib, lua, lualib, to_jsstring, to_luastring, type State } from 'fengari';
import { createKeyspace, type Reply } from './keyspace.ts';
import type { ScriptEngine } from './script-redis.ts';

/** A Redis of this process alone: the scripts run as they are, in a Lua of ours, over a bounded keyspace. */
export function createMemoryEngine(maxKeys: number): ScriptEngine {
  const keyspace = createKeyspace(maxKeys);
  const state = lauxlib.luaL_newstate();
  lualib.luaL_openlibs(state);
  installRedisCall(state, keyspace.call);
  const scripts = new Map<string, number>();

  function execute(reference: number, keys: string[], args: string[]): Reply {
    lua.lua_settop(state, 0);
    setGlobal(state, 'KEYS', keys);
    setGlobal(state, 'ARGV', args);
    lua.lua_rawgeti(state, lua.LUA_REGISTRYINDEX, reference);
    if (lua.lua_pcall(state, 0, 1, 0) !== lua.LUA_OK) throw new Error(readError(state));
    return read(state, lua.lua_gettop(state));
  }

  return {
    evalsha: (sha, keys, args) => {
      const reference = scripts.get(sha);
      if (reference === undefined) return Promise.reject(new Error('NOSCRIPT'));
      return Promise.resolve(execute(reference, keys, args));
    },
    eval: (script, keys, args) => {
      if (lauxlib.luaL_loadstring(state, to_luastring(script)) !== lua.LUA_OK) {
        return Promise.reject(new Error(readError(state)));
      }
      const reference = lauxlib.luaL_ref(state, lua.LUA_REGISTRYINDEX);
      scripts.set(createHash('sha1').update(script).digest('hex'), reference);
      return Promise.resolve(execute(reference, keys, args));
    },
  };
}

function installRedisCall(state: State, call: (command: string, args: string[]) => Reply): void {
  lua.lua_createtable(state, 0, 1);
  lua.lua_pushcfunction(state, (caller) => {
    const count = lua.lua_gettop(caller);
    const [command = '', ...args] = Array.from({ length: count }, (_, index) =>
      readArgument(caller, index + 1),
    );
    try {
      push(caller, call(command, args));
      return 1;
    } catch (error) {
      push(caller, String(error));
      return lua.lua_error(caller);
    }
  });
  lua.lua_setfield(state, -2, to_luastring('call'));
  lua.lua_setglobal(state, to_luastring('redis'));
}

function setGlobal(state: State, name: string, values: string[]): void {
  push(state, values);
  lua.lua_setglobal(state, to_luastring(name));
}

function push(state: State, value: Reply): void {
  if (value === null) lua.lua_pushboolean(state, false);
  else if (typeof value === 'number') lua.lua_pushinteger(state, value);
  else if (typeof value === 'string') lua.lua_pushstring(state, to_luastring(value));
  else {
    lua.lua_createtable(state, value.length, 0);
    for (const [index, item] of value.entries()) {
      push(state, item);
      lua.lua_rawseti(state, -2, index + 1);
    }
  }
}

// Redis hands whole numbers to its commands without a decimal point, whatever Lua made of them.
function readArgument(state: State, index: number): string {
  if (lua.lua_type(state, index) === lua.LUA_TNUMBER) return String(lua.lua_tonumber(state, index));
  return to_jsstring(lua.lua_tostring(state, index));
}

function read(state: State, index: number): Reply {
  const type = lua.lua_type(state, index);
  if (type === lua.LUA_TNUMBER) return Math.trunc(lua.lua_tonumber(state, index));
  if (type === lua.LUA_TSTRING) return to_jsstring(lua.lua_tostring(state, index));
  if (type === lua.LUA_TBOOLEAN) return lua.lua_toboolean(state, index) ? 1 : null;
  return type === lua.LUA_TTABLE ? readTable(state, index) : null;
}

function readTable(state: State, index: number): Reply[] {
  const items: Reply[] = [];
  for (let position = 1; ; position += 1) {
    lua.lua_rawgeti(state, index, position);
    const isEnd = lua.lua_isnil(state, -1);
    if (!isEnd) items.push(read(state, lua.lua_gettop(state)));
    lua.lua_pop(state, 1);
    if (isEnd) return items;
  }
}

function readError(state: State): string {
  return to_jsstring(lua.lua_tostring(state, -1));
}
