/// AWS-style accounts of people and teams, their access keys and temporary credentials.
@NullMarked
package dev.moka.hub.account;

import org.jspecify.annotations.NullMarked;
