DROP INDEX audit_by_actor;
DROP INDEX sessions_by_user;
DROP INDEX user_organizations_by_organization;
DROP TABLE recovery_codes;
DROP TABLE second_factors;

DELETE FROM sessions WHERE awaits_code = 1;
ALTER TABLE sessions DROP COLUMN awaits_code, DROP COLUMN used_on, DROP COLUMN device;

DELETE FROM invitations WHERE role IN ('publisher', 'editor') OR user_id IS NOT NULL;
ALTER TABLE invitations DROP COLUMN note, DROP COLUMN user_id;
ALTER TABLE invitations DROP CONSTRAINT invitations_role_check;
ALTER TABLE invitations ADD CONSTRAINT invitations_role_check CHECK (role IN ('admin', 'chair'));

DELETE FROM users WHERE role IN ('publisher', 'editor');
ALTER TABLE users DROP COLUMN signed_in_on;
ALTER TABLE users DROP CONSTRAINT users_role_check;
ALTER TABLE users ADD CONSTRAINT users_role_check CHECK (role IN ('admin', 'chair'));
