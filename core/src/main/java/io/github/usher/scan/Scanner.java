package io.github.usher.scan;

import io.github.usher.guess.LeadGuesser;
import io.github.usher.site.SiteFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Looks for lead forms in WARs, folders and single pages. Nothing is run, unpacked or sent. For one thread. */
public final class Scanner {
    private final LeadGuesser guesser = new LeadGuesser();

    /**
     * Reads all that is there.
     *
     * @throws IOException where one of the paths is not there, or is no WAR; a page that cannot be read is a remark
     */
    public Scan scan(List<Path> paths) throws IOException {
        var forms = new ArrayList<ScannedForm>();
        var remarks = new ArrayList<String>();
        int pages = 0;
        for (var path : paths) {
            try (var site = SiteFiles.open(path)) {
                var scan = new SiteScan(site, guesser);
                forms.addAll(scan.forms());
                remarks.addAll(scan.remarks());
                pages += scan.pages();
            }
        }
        var said = forms.stream().filter(ScannedForm::saysAnything).toList();
        var worthTelling = said.isEmpty() ? forms : said;
        return new Scan(
                worthTelling.stream()
                        .sorted(Comparator.comparingDouble(form -> -form.guess().leadForm()))
                        .toList(),
                forms.stream().filter(form -> !worthTelling.contains(form)).toList(),
                remarks,
                pages);
    }
}
