package io.github.usher.submission;

import org.jspecify.annotations.Nullable;

/**
 * Where the site itself went when it accepted the form.
 *
 * @param address an absolute path with its query, or a whole address on another host; without session id
 * @param session hash of the id of the session that the address carried in its path; null where it carried none
 * @param tagBody what stands in the site's page where no booking comes, for a frame of the tag; null elsewhere
 */
public record SitePage(
        String address, @Nullable String session, @Nullable String tagBody) {
    public static SitePage at(String address) {
        return new SitePage(address, null, null);
    }
}
