DROP INDEX audit_by_actor;
DROP INDEX sessions_by_user;
DROP INDEX user_organizations_by_organization;
DROP TABLE recovery_codes;
DROP TABLE second_factors;

DELETE FROM sessions WHERE awaits_code = 1;
ALTER TABLE sessions DROP COLUMN awaits_code;
ALTER TABLE sessions DROP COLUMN used_on;
ALTER TABLE sessions DROP COLUMN device;

DELETE FROM invitations WHERE role IN ('publisher', 'editor') OR user_id IS NOT NULL;
ALTER TABLE invitations DROP COLUMN note;
ALTER TABLE invitations DROP COLUMN user_id;
ALTER TABLE invitations RENAME COLUMN role TO later_role;
ALTER TABLE invitations ADD COLUMN role TEXT NOT NULL DEFAULT 'chair' CHECK (role IN ('admin', 'chair'));
UPDATE invitations SET role = later_role;
ALTER TABLE invitations DROP COLUMN later_role;

DELETE FROM users WHERE role IN ('publisher', 'editor');
ALTER TABLE users DROP COLUMN signed_in_on;
ALTER TABLE users RENAME COLUMN role TO later_role;
ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'chair' CHECK (role IN ('admin', 'chair'));
UPDATE users SET role = later_role;
ALTER TABLE users DROP COLUMN later_role;
