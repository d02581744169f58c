-- Durable agents: state, inbox, journal, outbox, schedules, parked keys, dead letters, replies, nodes and shards.

create table agents.agent_consumer (
  id smallint generated always as identity primary key,
  name text collate "C" not null unique,
  is_paused boolean not null default false);

create table agents.agent_state (
  consumer smallint not null references agents.agent_consumer,
  key text collate "C" not null,
  version bigint not null,
  data jsonb,                                     -- null while a key is only parked
  steps jsonb,
  is_parked boolean not null default false,
  completed_at timestamptz,
  updated_at timestamptz not null,
  primary key (consumer, key)) with (fillfactor = 70);
create index agent_state_parked on agents.agent_state (consumer, key) where is_parked;
create index agent_state_completed on agents.agent_state (completed_at) where completed_at is not null;

create table agents.agent_inbox (                 -- message ids are UUIDs of version 7: one partition for each day
  consumer smallint not null,
  message_id uuid not null,
  primary key (consumer, message_id)) partition by range (message_id);
create table agents.agent_inbox_default partition of agents.agent_inbox default;

create table agents.agent_effect (
  consumer smallint not null,
  message_id uuid not null,
  step text collate "C" not null,
  outcome jsonb,                                  -- null: announced, and nothing more is known
  at timestamptz not null default clock_timestamp(),
  primary key (consumer, message_id, step));
create index agent_effect_at on agents.agent_effect (at);

create table agents.agent_outbox (
  shard smallint not null,
  seq bigint generated always as identity,
  consumer smallint,                              -- null: for a topic that other systems read
  topic text,
  key text collate "C" not null,
  message_id uuid not null,
  type text not null,
  headers jsonb not null,
  body bytea not null,
  created_at timestamptz not null default clock_timestamp(),
  primary key (shard, seq))
  with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

create table agents.agent_schedule (              -- the row lives until its message is in the outbox
  id uuid primary key,
  shard smallint not null,
  due_at timestamptz not null,
  name text collate "C" unique,
  message_id uuid,                                -- null, like type, headers and body: a recurring job, which makes its own message
  type text,
  headers jsonb,
  body bytea);
create index agent_schedule_due on agents.agent_schedule (shard, due_at);

create table agents.agent_parked (                -- a failing message and everything of its key that queues behind it
  consumer smallint not null,
  key text collate "C" not null,
  seq bigint generated always as identity,
  shard smallint not null,
  message_id uuid not null,
  type text not null,
  headers jsonb not null,
  body bytea not null,
  attempts smallint not null default 0,
  due_at timestamptz,                             -- only of the head, and not while it waits for a person
  error text,
  primary key (consumer, key, seq));
create index agent_parked_due on agents.agent_parked (shard, due_at) where due_at is not null;

create table agents.agent_dead_letter (
  id bigint generated always as identity primary key,
  consumer smallint not null,
  key text collate "C" not null,
  message_id uuid not null,
  type text not null,
  headers jsonb not null,
  body bytea not null,
  error_type text not null,
  error text not null,
  attempts smallint not null,
  dead_at timestamptz not null,
  replayed_at timestamptz);
create index agent_dead_letter_open on agents.agent_dead_letter (id) where replayed_at is null;
create index agent_dead_letter_replayed on agents.agent_dead_letter (replayed_at) where replayed_at is not null;

create table agents.agent_reply (
  node uuid not null,
  message_id uuid not null,
  body jsonb not null,
  at timestamptz not null default clock_timestamp(),
  primary key (node, message_id));
create index agent_reply_at on agents.agent_reply (at);

create table agents.agent_node (
  id uuid primary key,
  name text not null,
  seen_at timestamptz not null);

create table agents.agent_shard (
  shard smallint primary key,
  owner uuid,
  epoch bigint not null default 0,
  lease_until timestamptz not null default '-infinity');
insert into agents.agent_shard (shard) select generate_series(0, 63);
